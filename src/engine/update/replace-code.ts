import type { FileFacts } from '../facts/ir.ts'

/** Makes a file say what another version of it says; functions, to which values refer, stay the same objects. */
export function replaceCode(file: FileFacts, after: FileFacts): void {
  const { functions, ...rest } = after
  Object.assign(file, rest)
  functions.forEach((item, id) => Object.assign(file.functions[id] ?? {}, item))
}
