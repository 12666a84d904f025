/**
 * Joins the modules that `tsc` wrote to dist into a few files. Node takes about 0.3 ms to load a module, and there are more
 * than 400: a commit hook that lints one file would spend more time on that than on the file.
 */
import { readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const dist = fileURLToPath(new URL('../dist/', import.meta.url))

const modules = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'))
await build({
  entryPoints: ['index.js', 'cli.js'].map((file) => path.join(dist, file)),
  outdir: dist, allowOverwrite: true, bundle: true, splitting: true, format: 'esm', platform: 'node', target: 'node20.19',
  packages: 'external', legalComments: 'none',
})
for (const file of modules) if (file !== 'index.js' && file !== 'cli.js') rmSync(path.join(dist, file))
