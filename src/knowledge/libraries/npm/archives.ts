import type { Value } from '../../../engine/flow/values.ts'
import type { CallView, Library } from '../../../engine/rows.ts'

const ZIP = "import AdmZip from 'adm-zip'; import fs from 'node:fs'; import path from 'node:path'; const zip = new AdmZip('a.zip');"
const EACH = 'for (const item of zip.getEntries())'
const OPEN = "import unzipper from 'unzipper'; import fs from 'node:fs'; import path from 'node:path';"

/**
 * What reads an archive or unpacks one: adm-zip 0.6, extract-zip 2, decompress 4, unzipper 0.12, yauzl 3, node-stream-zip 1, tar 7. They
 * keep what they unpack themselves below the folder they are given, tar but for `preservePaths`; a name that code joins to a folder
 * by itself may climb (zip slip). yauzl and jszip refuse or clean such names.
 */
export const archives: Library = {
  modules: ['adm-zip', 'extract-zip', 'decompress', 'unzipper', 'tar', 'yauzl', 'yauzl-promise', 'node-stream-zip'],
  sinks: [
    { path: 'Argument[0]', kind: 'path', example: "import extract from 'extract-zip'; await extract(INPUT, { dir: '/a' })" },
    { path: 'Instance.Argument[0]', kind: 'path', example: "import AdmZip from 'adm-zip'; new AdmZip(INPUT)" },
    {
      path: `Instance.Member[${['extractAllTo', 'extractAllToAsync', 'addLocalFile', 'addLocalFolder', 'addLocalFolderPromise', 'writeZip',
        'writeZipPromise'].join(',')}].Argument[0]`,
      kind: 'path', example: "import AdmZip from 'adm-zip'; new AdmZip('a.zip').extractAllTo(INPUT)",
    },
    {
      path: 'Instance.Member[extractEntryTo].Argument[1]', kind: 'path',
      example: "import AdmZip from 'adm-zip'; new AdmZip('a.zip').extractEntryTo('a', INPUT)",
    },
    { path: 'Member[Open].Member[file].Argument[0]', kind: 'path', example: "import { Open } from 'unzipper'; await Open.file(INPUT)" },
    { path: 'Member[open].Argument[0]', kind: 'path', example: "import yauzl from 'yauzl'; yauzl.open(INPUT, () => {})" },
  ],
  calls: [
    {
      path: 'Member[x,extract,c,create,t,list]',
      sinks: (call) => ['file', 'f', 'cwd', 'C'].map((name) => ({
        kind: 'path', value: call.property(call.arg(0), name), argument: 0,
      })),
      examples: [{ code: "import * as tar from 'tar'; await tar.x({ file: INPUT, cwd: '/a' })", kind: 'path' }],
    },
    {
      path: '',
      sinks: (call) => [{
        kind: 'path', value: call.keys(call.arg(1)) === undefined ? call.arg(1) : call.property(call.arg(1), 'dir'), argument: 1,
      }],
      returns: (call) => call.array(undefined, [entry(call, 'path')]),
      examples: [
        { code: "import extract from 'extract-zip'; await extract('a.zip', { dir: INPUT })", kind: 'path' },
        { code: "import decompress from 'decompress'; await decompress('a.zip', INPUT)", kind: 'path' },
        {
          code: "import decompress from 'decompress'; import fs from 'node:fs';"
            + 'for (const file of await decompress("a.zip")) fs.writeFileSync(`/srv/${file.path}`, file.data)',
          kind: 'path',
        },
      ],
    },
    {
      path: 'Instance.Member[getEntries]',
      returns: (call) => call.array(undefined, [entry(call, 'entryName')]),
      examples: [
        { code: `${ZIP} ${EACH} fs.writeFileSync(path.join('/srv', item.entryName), item.getData())`, kind: 'path' },
        { code: `${ZIP} zip.getEntries().forEach((item) => { fs.writeFileSync(path.join('/srv', item.entryName), 'a') })`, kind: 'path' },
        { code: `${ZIP} ${EACH} fs.writeFileSync(path.join('/srv', item.name), item.getData())`, kind: 'none' },
        {
          code: `${ZIP} ${EACH} { const target = path.resolve('/srv', item.entryName);`
            + "if (!target.startsWith('/srv/')) continue; fs.writeFileSync(target, item.getData()) }",
          kind: 'none',
        },
        { code: `${ZIP} return zip.getEntries().filter((item) => !item.isDirectory).map((item) => item.entryName)`, kind: 'none' },
      ],
    },
    {
      path: 'Member[Open].Member[file,buffer,url]',
      returns: (call) => call.object({
        files: call.array(undefined, [entry(call, 'path')]), extract: call.extern('unzipper', 'CentralDirectory.extract'),
      }),
      examples: [{
        code: `${OPEN} const { files } = await unzipper.Open.file('a.zip');`
          + "for (const file of files) file.stream().pipe(fs.createWriteStream(path.join('/srv', file.path)))",
        kind: 'path',
      }],
    },
    {
      path: 'Member[Extract,CentralDirectory].Member[extract]',
      sinks: (call) => [{ kind: 'path', value: call.property(call.arg(0), 'path'), argument: 0 }],
      examples: [{ code: `${OPEN} const zip = await unzipper.Open.file('a.zip'); await zip.extract({ path: INPUT })`, kind: 'path' }],
    },
    {
      path: 'Member[Extract]',
      sinks: (call) => [{ kind: 'path', value: call.property(call.arg(0), 'path'), argument: 0 }],
      examples: [{ code: `${OPEN} fs.createReadStream('a.zip').pipe(unzipper.Extract({ path: INPUT }))`, kind: 'path' }],
    },
  ],
}

/** An entry: its name is the archive's, all else is not followed. */
function entry(call: CallView, key: string): Value {
  const others = ['name', 'isDirectory', 'type', 'data', 'mode', 'header', 'comment', 'getData', 'buffer', 'stream', 'uncompressedSize']
  return call.object({ ...Object.fromEntries(others.map((name) => [name, call.unknown(name)])), [key]: call.source('archive-entry', key) })
}
