import type { ZodRawShape } from 'zod'

export interface Tool { name: string, schema: ZodRawShape, run: (args: any) => unknown }

export const defineTool = (tool: Tool): Tool => tool

export function createTool(prefix: string) {
  return (name: string, rest: Omit<Tool, 'name'>): Tool => ({ name: `${prefix}_${name}`, ...rest })
}
