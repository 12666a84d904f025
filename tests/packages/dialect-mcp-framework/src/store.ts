/** A class that has nothing to do with the framework, by a name that it uses too. */
class MCPTool {
  name = 'store'

  async execute(input: { file: string }) {
    return input.file
  }
}

export class Store extends MCPTool {
  override name = 'notes'
}
