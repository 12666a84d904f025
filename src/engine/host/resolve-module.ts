import { createRequire } from 'node:module'
import { posix } from 'node:path'
import type * as OxcResolver from 'oxc-resolver'

const require = createRequire(import.meta.url)

const EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.mjs', '.cjs', '.jsx']
/** What a written extension may stand for before it is built. */
const BEFORE_BUILD: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx', '.js', '.jsx'],
  '.mjs': ['.mts', '.mjs'],
  '.cjs': ['.cts', '.cjs'],
  '.jsx': ['.tsx', '.jsx'],
}

let resolver: OxcResolver.ResolverFactory | undefined

/**
 * The file of the package that an import names, or `undefined` for anything outside it. Relative imports are looked up in
 * the list of files; only `#imports` and path aliases ask a resolver.
 */
export function resolveModule(files: ReadonlySet<string>, from: string, module: string, root: string): string | undefined {
  if (module.startsWith('.') || module.startsWith('/')) return findFile(files, posix.resolve(posix.dirname(from), module))
  if (module.startsWith('node:')) return undefined
  const path = askResolver(from, module)?.replaceAll('\\', '/')
  if (path === undefined || path.includes('/node_modules/')) return undefined
  return files.has(path) ? path : findSource(files, path, root)
}

function findFile(files: ReadonlySet<string>, path: string): string | undefined {
  if (files.has(path)) return path
  const extension = posix.extname(path)
  const bare = path.slice(0, path.length - extension.length)
  for (const candidate of BEFORE_BUILD[extension] ?? []) if (files.has(bare + candidate)) return bare + candidate
  for (const candidate of EXTENSIONS) if (files.has(path + candidate)) return path + candidate
  for (const candidate of EXTENSIONS) if (files.has(`${path}/index${candidate}`)) return `${path}/index${candidate}`
  return undefined
}

/** `dist/x.js` of code that is not built yet is `src/x.ts`. */
function findSource(files: ReadonlySet<string>, path: string, root: string): string | undefined {
  const inside = path.startsWith(`${root}/`) ? path.slice(root.length + 1) : undefined
  const [first, ...rest] = inside?.split('/') ?? []
  if (first === undefined || rest.length === 0) return undefined
  return findFile(files, `${root}/src/${rest.join('/')}`) ?? findFile(files, `${root}/${rest.join('/')}`)
}

function askResolver(from: string, module: string): string | undefined {
  try {
    if (!resolver) {
      // Loaded on demand: most packages have neither aliases nor `#imports`.
      const { ResolverFactory: Factory } = require('oxc-resolver') as typeof OxcResolver
      resolver = new Factory({
        tsconfig: 'auto', extensions: EXTENSIONS, conditionNames: ['source', 'types', 'import', 'require', 'node', 'default'],
        extensionAlias: Object.fromEntries(Object.entries(BEFORE_BUILD).map(([key, values]) => [key, [...values]])),
      })
    }
    return resolver.resolveFileSync(from, module).path
  } catch {
    return undefined
  }
}
