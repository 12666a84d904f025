import type { Library } from '../../../engine/rows.ts'

/** escape-string-regexp 5 and the functions of lodash 4 that do the same */
export const escapeStringRegexp: Library = {
  modules: ['escape-string-regexp', 'lodash', 'lodash-es', 'lodash.escaperegexp', 'lodash/escapeRegExp'],
  flows: [
    { path: '', returns: 'derived', clears: ['regex-pattern'] },
    { path: 'Member[escapeRegExp]', returns: 'derived', clears: ['regex-pattern'] },
  ],
  calls: [{
    path: '',
    examples: [
      { code: "import escape from 'escape-string-regexp'; new RegExp(escape(INPUT)).test('a')", kind: 'none' },
      { code: "import { escapeRegExp } from 'lodash'; new RegExp(escapeRegExp(INPUT)).test('a')", kind: 'none' },
      { code: "import escape from 'escape-string-regexp'; new RegExp(escape('a') + INPUT).test('a')", kind: 'regex-pattern' },
    ],
  }],
}
