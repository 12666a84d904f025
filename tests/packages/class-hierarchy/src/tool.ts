import type { ZodRawShape } from 'zod'

export abstract class Tool {
  abstract readonly name: string
  abstract readonly shape: ZodRawShape

  async execute(args: Record<string, string>) {
    try {
      return this.text(await this.run(this.prepare(args)))
    } catch (error) {
      return { isError: true, ...this.text(String(error)) }
    }
  }

  protected prepare(args: Record<string, string>): Record<string, string> {
    return args
  }

  protected abstract run(args: Record<string, string>): Promise<string>

  private text(text: string) {
    return { content: [{ type: 'text' as const, text }] }
  }
}
