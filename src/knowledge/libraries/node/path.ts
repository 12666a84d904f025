import type { Library } from '../../../engine/rows.ts'

const FORMS = ['', 'Member[posix].', 'Member[win32].']

/** https://nodejs.org/api/path.html */
export const path: Library = {
  modules: ['path', 'path/posix', 'path/win32', 'pathe', 'upath'],
  flows: FORMS.flatMap((form) => [
    { path: `${form}Member[extname]`, returns: 'clean' as const },
    { path: `${form}Member[dirname,parse,format,toNamespacedPath]`, returns: 'derived' as const },
  ]),
  calls: FORMS.flatMap((form) => [
    { path: `${form}Member[join]`, returns: (call) => call.derived('join', call.args) },
    { path: `${form}Member[resolve]`, returns: (call) => call.derived('resolve', call.args) },
    { path: `${form}Member[normalize]`, returns: (call) => call.derived('normalize', [call.arg(0)]) },
    { path: `${form}Member[relative]`, returns: (call) => call.derived('relative', [call.arg(0), call.arg(1)]) },
    // A base name holds no separator; that it may be `..` names a folder at most.
    { path: `${form}Member[basename]`, returns: (call) => call.derived('basename', [call.arg(0)], ['path']) },
  ] satisfies Library['calls']),
}
