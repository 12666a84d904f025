import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Minutes that an installation may take. */
const PATIENCE = 8

/** Where servers are kept between runs, with what they depend on. Nothing of them lies in this repository. */
const CACHE = path.join(process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'), 'eslint-plugin-secure-mcp', 'edits')

/** A server whose sources are public: a commit on GitHub, or a version on npm that ships its sources. */
export interface ServerSource {
  readonly repository?: string
  readonly commit?: string
  readonly package?: string
  readonly version?: string
  /** The folder of the package where the repository holds several. */
  readonly folder?: string
  /** What Node runs to start it over stdio without credentials; a TypeScript file is run from its source. */
  readonly start?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
}

export function nameServer(source: ServerSource): string {
  const name = source.package ?? [source.repository, source.folder].filter((part) => part !== undefined).join('/')
  return `${name}@${source.version ?? source.commit?.slice(0, 7) ?? ''}`
}

/**
 * The folder of a server's package, downloaded and installed on the first run; no script of a package is run by that.
 * A tree that lies there already is taken as it is. Throws where it cannot be had.
 */
export async function placeServer(source: ServerSource): Promise<string> {
  const name = source.package ?? source.repository ?? ''
  const root = path.join(CACHE, `${name.replace('@', '').replace('/', '-')}-${source.version ?? source.commit?.slice(0, 7) ?? ''}`)
  if (!existsSync(root)) {
    const partial = `${root}.partial`
    await rm(partial, { recursive: true, force: true })
    await mkdir(partial, { recursive: true })
    await (source.package === undefined ? fetchCommit(source, partial) : fetchVersion(source, partial))
    await rename(partial, root)
  }
  const folder = path.join(root, source.folder ?? '')
  if (!existsSync(path.join(folder, 'node_modules'))) await install(folder)
  return folder
}

async function fetchCommit({ repository = '', commit = '' }: ServerSource, folder: string): Promise<void> {
  await run('git', ['init', '--quiet'], { cwd: folder })
  await run('git', ['fetch', '--quiet', '--depth', '1', `https://github.com/${repository}.git`, commit], { cwd: folder })
  await run('git', ['checkout', '--quiet', 'FETCH_HEAD'], { cwd: folder })
}

async function fetchVersion(source: ServerSource, folder: string): Promise<void> {
  const options = ['--ignore-scripts', '--silent', '--json', '--pack-destination', folder]
  const { stdout } = await run('npm', ['pack', `${source.package ?? ''}@${source.version ?? ''}`, ...options], { cwd: folder })
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }]
  const tarball = path.join(folder, filename.replace('@', '').replace('/', '-'))
  // The folder inside is `package` by custom only.
  await run('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1', '--no-same-owner'])
  await rm(tarball)
}

async function install(folder: string): Promise<void> {
  const options = ['--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--legacy-peer-deps', '--include=dev']
  const limits = { cwd: folder, timeout: PATIENCE * 60_000 }
  try {
    // A lock file is missing, or out of step with the manifest.
    await run('npm', ['ci', ...options], limits).catch(() => run('npm', ['install', '--no-package-lock', ...options], limits))
  } catch (error) {
    await rm(path.join(folder, 'node_modules'), { recursive: true, force: true })
    throw error
  }
}
