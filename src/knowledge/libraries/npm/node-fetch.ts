import type { Library } from '../../../engine/rows.ts'
import { fetchRow } from '../language/fetch-row.ts'

/** node-fetch 2 and 3, cross-fetch 4 and what has their interface */
export const nodeFetch: Library = {
  modules: ['node-fetch', 'cross-fetch', 'isomorphic-fetch', 'isomorphic-unfetch', 'node-fetch-native', 'make-fetch-happen'],
  calls: [
    fetchRow('', "import fetch from 'node-fetch';", 'fetch'),
    fetchRow('Member[fetch]', "import { fetch } from 'cross-fetch';", 'fetch'),
  ],
}
