import AdmZip from 'adm-zip'
import fs from 'node:fs'
import path from 'node:path'

export function unpackInto(archive: string) {
  for (const entry of new AdmZip(archive).getEntries()) {
    fs.writeFileSync(path.join('/srv/unpacked', entry.entryName), entry.getData()) // expect: no-path-traversal
  }
}

export function unpackBelow(archive: string) {
  for (const entry of new AdmZip(archive).getEntries()) {
    const target = path.resolve('/srv/unpacked', entry.entryName)
    if (!target.startsWith('/srv/unpacked/')) throw new Error('The archive leaves its folder')
    fs.writeFileSync(target, entry.getData()) // safe: below the folder
  }
}
