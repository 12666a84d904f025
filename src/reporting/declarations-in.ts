import type { Rule } from 'eslint'
import { findFields } from '../engine/flow/find-fields.ts'
import type { Declaration } from '../engine/registrations/declaration.ts'
import { oncePerKey } from '../syntax/once-per-key.ts'
import { fileAnalysis } from './file-analysis.ts'

const indexes = new WeakMap<readonly Declaration[], ReadonlyMap<string, readonly Declaration[]>>()

/** The declarations that stand in the file under lint, or of which a part of the schema does, in the order of the package. */
export function declarationsIn(context: Rule.RuleContext): readonly Declaration[] {
  const { declarations } = fileAnalysis(context)
  const byFile = oncePerKey(indexes, declarations, () => indexByFile(declarations))
  return byFile.get(context.filename.replaceAll('\\', '/')) ?? []
}

function indexByFile(declarations: readonly Declaration[]): ReadonlyMap<string, readonly Declaration[]> {
  const byFile = new Map<string, Declaration[]>()
  for (const declaration of declarations) {
    const fields = declaration.schema ? findFields(declaration.schema) : []
    for (const file of new Set([declaration.file, ...fields.flatMap(({ schema }) => schema.place?.file ?? [])])) {
      const list = byFile.get(file)
      if (list) list.push(declaration)
      else byFile.set(file, [declaration])
    }
  }
  return byFile
}
