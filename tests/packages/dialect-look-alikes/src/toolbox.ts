export class Toolbox {
  private readonly tools = new Map<string, (size: string) => unknown>()

  tool(name: string, run: (size: string) => unknown) {
    this.tools.set(name, run)
  }
}
