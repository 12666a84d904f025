import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Where packages are kept between runs. Nothing of them lies in this repository. */
export const CACHE = path.join(process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'), 'eslint-plugin-secure-mcp', 'corpus')

/**
 * The folder of a published package by exact version, downloaded on the first run and unpacked. It is not installed: its
 * dependencies are not there, and nothing of it is run. Throws where the registry does not have it.
 */
export async function fetchPackage(name: string, version: string): Promise<string> {
  const folder = path.join(CACHE, `${name.replace('@', '').replace('/', '-')}-${version}`)
  if (existsSync(folder)) return folder
  const partial = `${folder}.partial`
  await rm(partial, { recursive: true, force: true })
  await mkdir(partial, { recursive: true })
  const options = ['--ignore-scripts', '--silent', '--json', '--pack-destination', partial]
  const { stdout } = await run('npm', ['pack', `${name}@${version}`, ...options], { cwd: partial })
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }]
  const tarball = filename.replace('@', '').replace('/', '-')
  // The folder inside is `package` by custom only.
  await run('tar', ['-xzf', path.join(partial, tarball), '-C', partial, '--strip-components=1', '--no-same-owner'])
  await rm(path.join(partial, tarball))
  await rename(partial, folder)
  return folder
}
