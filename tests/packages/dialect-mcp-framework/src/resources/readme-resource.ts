import { readFileSync } from 'node:fs'
import { MCPResource } from 'mcp-framework'

export default class ReadmeResource extends MCPResource { // registers: resource readme
  uri = 'docs://readme'
  name = 'readme'

  async read() {
    return [{ uri: this.uri, text: readFileSync(`/srv/${this.name}.md`, 'utf8') }] // safe: a name of the server's own
  }
}
