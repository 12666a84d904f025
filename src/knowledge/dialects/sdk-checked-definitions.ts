import type { CallRow } from '../../engine/rows.ts'

/** `ToolSchema.parse({ … })`: the SDK's own schemas for what a server lists give what they are given. */
export const checkedDefinitions: readonly CallRow[] = [
  { path: 'Member[ToolSchema,PromptSchema,ResourceSchema,ResourceTemplateSchema].Member[parse]', returns: (call) => call.arg(0) },
]
