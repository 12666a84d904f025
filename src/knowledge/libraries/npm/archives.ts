import type { Library } from '../../../engine/rows.ts'

/** What reads an archive or unpacks one: adm-zip 0.5, extract-zip 2, decompress 4, unzipper 0.12, tar 7 */
export const archives: Library = {
  modules: ['adm-zip', 'extract-zip', 'decompress', 'unzipper', 'tar'],
  sinks: [
    { path: 'Argument[0]', kind: 'path', example: "import extract from 'extract-zip'; await extract(INPUT, { dir: '/a' })" },
    { path: 'Instance.Argument[0]', kind: 'path', example: "import AdmZip from 'adm-zip'; new AdmZip(INPUT)" },
    {
      path: 'Instance.Member[extractAllTo,extractAllToAsync].Argument[0]', kind: 'path',
      example: "import AdmZip from 'adm-zip'; new AdmZip('a.zip').extractAllTo(INPUT)",
    },
    {
      path: 'Instance.Member[extractEntryTo].Argument[1]', kind: 'path',
      example: "import AdmZip from 'adm-zip'; new AdmZip('a.zip').extractEntryTo('a', INPUT)",
    },
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
      sinks: (call) => (call.keys(call.arg(1)) === undefined ? []
        : [{ kind: 'path', value: call.property(call.arg(1), 'dir'), argument: 1 }]),
      examples: [{ code: "import extract from 'extract-zip'; await extract('a.zip', { dir: INPUT })", kind: 'path' }],
    },
  ],
}
