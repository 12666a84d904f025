import type { Rule } from 'eslint'
import type { Property } from 'estree'
import { findFields } from '../engine/flow/find-fields.ts'
import { declarationsIn } from './declarations-in.ts'
import { resolveSchemaProperty } from './declared-nodes.ts'
import { mentionDeclaration } from './report-registrations.ts'

/** A text among the arguments of a tool or a prompt, at the property that gives its schema. */
export interface TextField {
  readonly property: Property
  /** With the names of the objects around it: `options.branch`. */
  readonly name: string
  /** `tool git_log`, to stand in a sentence. */
  readonly tool: string
  readonly text: { readonly isBounded: boolean; readonly hasPattern: boolean }
}

/** Hands over each text argument whose schema stands in the file under lint, once, wherever it is registered. */
export function reportTextFields(context: Rule.RuleContext, judge: (field: TextField) => void): Rule.RuleListener {
  return {
    'Program:exit'() {
      const told = new Set<Property>()
      for (const declaration of declarationsIn(context)) {
        const tool = mentionDeclaration(declaration).replace(/^./u, (first) => first.toLowerCase())
        for (const { path, schema } of declaration.schema ? findFields(declaration.schema) : []) {
          const text = schema.text ?? schema.element?.text
          const property = text && schema.place && resolveSchemaProperty(context.sourceCode, context.filename, schema.place)
          if (!property || told.has(property)) continue
          told.add(property)
          judge({ property, name: path.join('.'), tool, text })
        }
      }
    },
  }
}
