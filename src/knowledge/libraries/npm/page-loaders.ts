import type { Library } from '../../../engine/rows.ts'
import { optionOf, requestUses } from '../language/request-uses.ts'

/** Parsers that load a page themselves: cheerio 1, jsdom 31, rss-parser 3, @extractus/article-extractor 8 */
export const pageLoaders: Library = {
  modules: ['cheerio', 'jsdom', 'rss-parser', '@extractus/article-extractor'],
  sinks: [{
    path: 'Member[JSDOM].Member[fromFile].Argument[0]', kind: 'path',
    example: "import { JSDOM } from 'jsdom'; await JSDOM.fromFile(INPUT)",
  }],
  calls: [
    {
      path: 'Member[fromURL]',
      sinks: (call) => requestUses(call, { url: call.arg(0), options: call.arg(1), follows: true }),
      examples: [{ code: "import * as cheerio from 'cheerio'; await cheerio.fromURL(INPUT)", kind: 'redirected-url' }],
    },
    {
      path: 'Member[JSDOM].Member[fromURL]',
      sinks: (call) => requestUses(call, { url: call.arg(0), follows: true }),
      examples: [{ code: "import { JSDOM } from 'jsdom'; await JSDOM.fromURL(INPUT)", kind: 'redirected-url' }],
    },
    {
      path: 'Member[JSDOM].Instance',
      // https://github.com/jsdom/jsdom#executing-scripts
      sinks: (call) => (call.constant(optionOf(call, call.arg(1), 'runScripts'))?.value === 'dangerously'
        ? [{ kind: 'code', value: call.arg(0), argument: 0 }] : []),
      examples: [
        { code: "import { JSDOM } from 'jsdom'; new JSDOM(INPUT, { runScripts: 'dangerously' })", kind: 'code' },
        { code: "import { JSDOM } from 'jsdom'; new JSDOM(INPUT, { runScripts: 'outside-only' })", kind: 'none' },
        { code: "import { JSDOM } from 'jsdom'; new JSDOM(INPUT)", kind: 'none' },
      ],
    },
    {
      path: 'Instance.Member[parseURL]',
      sinks: (call) => requestUses(call, { url: call.arg(0), follows: true }),
      examples: [{ code: "import Parser from 'rss-parser'; await new Parser().parseURL(INPUT)", kind: 'redirected-url' }],
    },
    {
      path: 'Member[extract]',
      sinks: (call) => requestUses(call, { url: call.arg(0), follows: true }),
      examples: [{ code: "import { extract } from '@extractus/article-extractor'; await extract(INPUT)", kind: 'redirected-url' }],
    },
  ],
}
