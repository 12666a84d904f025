import type { Library } from '../../../engine/rows.ts'
import { taggedText } from '../language/tagged-text.ts'

/** https://www.npmjs.com/package/common-tags (1.8): tags that change white space only. */
export const commonTags: Library = {
  modules: ['common-tags'],
  calls: [
    {
      path: 'Member[stripIndent,stripIndents,oneLine,oneLineTrim,codeBlock,source,commaLists,inlineLists].Tagged',
      returns: taggedText,
      examples: [{
        code: "import { stripIndent } from 'common-tags'; import { Client } from 'pg'; new Client().query(stripIndent`SELECT ${INPUT}`)",
        kind: 'query-text',
      }],
    },
  ],
}
