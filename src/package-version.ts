import { createRequire } from 'node:module'

// A JSON import would need an attribute that Node 20 still warns about, and tsc would pull package.json into dist.
const manifest = createRequire(import.meta.url)('../package.json') as { readonly version: string }

export const packageVersion = manifest.version
