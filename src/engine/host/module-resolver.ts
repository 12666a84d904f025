import { posix } from 'node:path'
import { findTargets, matchStar } from './find-targets.ts'
import type { Member } from './find-workspace.ts'
import type { TsConfig } from './read-tsconfig.ts'

const EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.mjs', '.cjs', '.jsx']
/** What a written extension may stand for before it is built. */
const BEFORE_BUILD: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx', '.js', '.jsx'],
  '.mjs': ['.mts', '.mjs'],
  '.cjs': ['.cts', '.cjs'],
  '.jsx': ['.tsx', '.jsx'],
  '.ts': ['.ts', '.tsx', '.js'],
  '.mts': ['.mts', '.mjs'],
  '.cts': ['.cts', '.cjs'],
}
const BUILT = /^(?:dist|build|out|lib|esm|cjs)\/(?:(?:esm|cjs)\/)?/u
const ENTRY_FIELDS = ['source', 'module', 'main', 'types', 'typings']

export interface ResolverOptions {
  /** Every file that an import can lead to. */
  readonly files: ReadonlySet<string>
  /** The package and the siblings that it may import. */
  readonly members: readonly Member[]
  /** The configuration nearest to a folder. */
  readonly configOf: (folder: string) => TsConfig | undefined
}

export interface ImportCounts {
  readonly inside: number
  readonly outside: number
  readonly missing: number
}

/** Finds the files that imports name among those of a package and its siblings; anything else is outside. Asks no disk. */
export class ModuleResolver {
  private readonly known = new Map<string, string | undefined>()
  private readonly byName: ReadonlyMap<string, Member>
  private readonly options: ResolverOptions

  constructor(options: ResolverOptions) {
    this.options = options
    this.byName = new Map(options.members.flatMap((member) => (member.manifest.name === undefined ? [] : [[member.manifest.name, member]])))
  }

  resolve(from: string, module: string): string | undefined {
    const folder = posix.dirname(from)
    const key = `${folder}>${module}`
    if (!this.known.has(key)) this.known.set(key, this.find(folder, module))
    return this.known.get(key)
  }

  count(): ImportCounts {
    const counts = { inside: 0, outside: 0, missing: 0 }
    for (const [key, target] of this.known) {
      const [first] = key.slice(key.indexOf('>') + 1)
      counts[target !== undefined ? 'inside' : first === '.' || first === '#' ? 'missing' : 'outside'] += 1
    }
    return counts
  }

  private find(folder: string, module: string): string | undefined {
    if (module.startsWith('node:')) return undefined
    if (module.startsWith('.') || module.startsWith('/')) return this.sourceOf(posix.resolve(folder, module))
    if (module.startsWith('#')) {
      const owner = this.ownerOf(folder)
      const own = owner && this.firstOf(findTargets(owner.manifest.fields['imports'], module), owner.root)
      if (own !== undefined) return own
    }
    return this.aliased(folder, module) ?? this.inMember(module)
  }

  private aliased(folder: string, module: string): string | undefined {
    const config = this.options.configOf(folder)
    const targets = config?.paths.flatMap(({ pattern, targets: all }) => {
      const star = matchStar(pattern, module)
      return star === undefined ? [] : all.map((target) => target.replace('*', () => star))
    }) ?? []
    return this.firstOf([...targets, ...config?.baseUrls.map((base) => `${base}/${module}`) ?? []], folder)
  }

  private inMember(module: string): string | undefined {
    const [scope = '', name = ''] = module.split('/')
    const packageName = scope.startsWith('@') ? `${scope}/${name}` : scope
    const member = this.byName.get(packageName)
    if (!member) return undefined
    const { root, manifest: { fields } } = member
    const rest = module.slice(packageName.length)
    const mapped = findTargets(fields['exports'], `.${rest}`)
    const entries = rest === '' ? [...ENTRY_FIELDS.flatMap((field) => leafOf(fields[field])), './src/index', './index'] : [`.${rest}`]
    return this.firstOf(fields['exports'] === undefined || mapped.length === 0 ? entries : mapped, root)
  }

  private firstOf(targets: readonly string[], folder: string): string | undefined {
    for (const target of targets) {
      const found = this.sourceOf(posix.resolve(folder, target))
      if (found !== undefined) return found
    }
    return undefined
  }

  /** A file of the list, or the source from which one that is not there is built: `dist/x.js` is `src/x.ts`. */
  private sourceOf(path: string): string | undefined {
    const found = this.inList(path)
    if (found !== undefined) return found
    const root = this.ownerOf(path)?.root
    if (root === undefined) return undefined
    const outputs = this.options.configOf(root)?.outputs.filter(({ outDir }) => path.startsWith(`${outDir}/`)) ?? []
    for (const { outDir, rootDir } of outputs) {
      const source = this.inList(`${rootDir ?? `${root}/src`}${path.slice(outDir.length)}`)
      if (source !== undefined) return source
    }
    const inside = path.slice(root.length + 1)
    const rest = inside.replace(BUILT, '')
    return rest === inside ? undefined : this.inList(`${root}/src/${rest}`) ?? this.inList(`${root}/${rest}`)
  }

  private inList(path: string): string | undefined {
    const { files } = this.options
    if (files.has(path)) return path
    const written = path.replace(/\.d\.([cm]?ts)$/u, '.$1')
    const extension = posix.extname(written)
    const bare = written.slice(0, written.length - extension.length)
    const candidates = [
      ...(BEFORE_BUILD[extension] ?? []).map((item) => bare + item),
      ...EXTENSIONS.map((item) => path + item),
      ...EXTENSIONS.map((item) => `${path}/index${item}`),
    ]
    return candidates.find((item) => files.has(item))
  }

  private ownerOf(path: string): Member | undefined {
    return this.options.members
      .filter(({ root }) => path === root || path.startsWith(`${root}/`))
      .sort((a, b) => b.root.length - a.root.length)[0]
  }
}

function leafOf(value: unknown): string[] {
  return typeof value === 'string' ? [value] : []
}
