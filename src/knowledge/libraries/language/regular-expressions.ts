import type { Library } from '../../../engine/rows.ts'

/** The pattern of a regular expression: https://tc39.es/ecma262/#sec-regexp-constructor */
export const regularExpressions: Library = {
  modules: ['global'],
  flows: [{ path: 'Member[RegExp].Member[escape]', returns: 'derived', clears: ['regex-pattern'] }],
  sinks: [
    { path: 'Member[RegExp].Argument[0]', kind: 'regex-pattern', example: "RegExp(`^${INPUT}`, 'u')" },
    { path: 'Member[RegExp].Instance.Argument[0]', kind: 'regex-pattern', example: "new RegExp(INPUT, 'u')" },
  ],
}
