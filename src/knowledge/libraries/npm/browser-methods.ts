import type { MethodRow } from '../../../engine/rows.ts'

/**
 * `page.goto(url)` of Playwright 1 and Puppeteer 24. A page comes from many places and is kept in variables that
 * handlers share, so it is known by the method's name. A browser follows every redirect: that cannot be switched off.
 */
export const browserMethods: readonly MethodRow[] = [{
  names: ['goto'], on: 'any',
  sinks: (call) => (call.receiver?.op === 'constant' || call.receiver?.op === 'text'
    ? [] : [{ kind: 'url', value: call.arg(0), argument: 0 }]),
}]
