import type { Library } from '../../../engine/rows.ts'

/** https://nodejs.org/api/url.html */
export const url: Library = {
  modules: ['url'],
  flows: [
    { path: 'Member[pathToFileURL,parse,format,resolve,domainToASCII,domainToUnicode]', returns: 'derived' },
    { path: 'Member[URL].Instance', returns: 'derived' },
    { path: 'Member[URL].Member[parse]', returns: 'derived' },
  ],
  calls: [{
    path: 'Member[fileURLToPath]',
    returns: (call) => call.derived('to-string', [call.arg(0)]),
    examples: [{
      code: "import { fileURLToPath } from 'node:url'; import fs from 'node:fs'; fs.readFile(fileURLToPath(INPUT))",
      kind: 'path',
    }],
  }],
}
