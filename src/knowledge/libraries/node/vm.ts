import type { Library } from '../../../engine/rows.ts'

/** https://nodejs.org/api/vm.html, no security mechanism; vm2 is given up by its authors for its escapes. */
export const vm: Library = {
  modules: ['vm', 'vm2', 'eval', 'require-from-string', 'safe-eval', 'static-eval'],
  sinks: [
    {
      path: 'Member[runInContext,runInNewContext,runInThisContext,compileFunction].Argument[0]', kind: 'code',
      example: "import vm from 'node:vm'; vm.runInContext(INPUT, context)",
    },
    {
      path: 'Member[Script,SourceTextModule].Instance.Argument[0]', kind: 'code',
      example: "import vm from 'node:vm'; new vm.Script(INPUT)",
    },
    {
      path: 'Member[VM,NodeVM].Instance.Member[run].Argument[0]', kind: 'code',
      example: "import { VM } from 'vm2'; new VM().run(INPUT)",
    },
    { path: 'Argument[0]', kind: 'code', example: "import evaluate from 'eval'; evaluate(INPUT)" },
  ],
}
