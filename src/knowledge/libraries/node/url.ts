import type { Library } from '../../../engine/rows.ts'
import { parseUrl } from '../language/parse-url.ts'

/** https://nodejs.org/api/url.html */
export const url: Library = {
  modules: ['url'],
  flows: [
    { path: 'Member[pathToFileURL,format,resolve,domainToASCII,domainToUnicode]', returns: 'derived' },
  ],
  calls: [
    { path: 'Member[URL].Instance', returns: parseUrl },
    { path: 'Member[URL].Member[parse]', returns: parseUrl },
    { path: 'Member[parse]', returns: (call) => call.derived('parse-url', [call.arg(0)]) },
    {
      path: 'Member[fileURLToPath]',
      returns: (call) => call.derived('to-string', [call.arg(0)]),
      examples: [{
        code: "import { fileURLToPath } from 'node:url'; import fs from 'node:fs'; fs.readFile(fileURLToPath(INPUT))",
        kind: 'path',
      }],
    },
  ],
}
