import type { SourceCode } from 'eslint'
import type { CallExpression, Node, ObjectExpression, Property } from 'estree'
import type { ImportPath } from './resolve-import.ts'
import { resolveInitialiser } from './resolve-initialiser.ts'
import { resolveKeyName } from './resolve-key-name.ts'
import { resolveVariable } from './resolve-variable.ts'

/** Functions that start programs, and take what `stdio` means from https://nodejs.org/api/child_process.html#optionsstdio. */
const STARTERS: Readonly<Record<string, RegExp>> = {
  child_process: /^(?:spawn|spawnSync|exec|execSync|execFile|execFileSync|fork)$/u,
  'cross-spawn': /^(?:spawn|sync)?$/u,
  execa: /^(?:\$|execa|execaSync|execaCommand|execaCommandSync|execaNode|node|command|sync)?$/u,
}

/** The option by which a call gives a program the standard output of this process; `undefined` where none is seen. */
export function resolveInheritedOutput(sourceCode: SourceCode, node: CallExpression, { module, path }: ImportPath): Property | undefined {
  if (STARTERS[module]?.test(path.join('.')) !== true) return undefined
  const last = node.arguments.at(-1)
  const options = last && resolveOptions(sourceCode, last)
  return options?.properties.flatMap((item) => (item.type === 'Property' && inherits(sourceCode, item) ? [item] : [])).at(-1)
}

function resolveOptions(sourceCode: SourceCode, node: Node): ObjectExpression | undefined {
  if (node.type === 'ObjectExpression') return node
  const init = node.type === 'Identifier' ? resolveInitialiser(resolveVariable(sourceCode, node.name, node))?.init : undefined
  return init?.type === 'ObjectExpression' ? init : undefined
}

function inherits(sourceCode: SourceCode, { key, computed, value }: Property): boolean {
  const name = resolveKeyName(key, computed)
  if (name === 'stdout') return isInherited(sourceCode, value)
  if (name !== 'stdio') return false
  const output = value.type === 'ArrayExpression' ? value.elements[1] : value
  if (output === null || output === undefined || output.type === 'SpreadElement') return false
  return isInherited(sourceCode, output, value.type === 'ArrayExpression')
}

function isInherited(sourceCode: SourceCode, node: Node, isElement = true): boolean {
  if (node.type === 'Literal') return node.value === 'inherit' || (isElement && node.value === 1)
  return isElement && sourceCode.getText(node) === 'process.stdout'
}
