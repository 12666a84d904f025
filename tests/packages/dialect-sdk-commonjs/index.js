"use strict"
Object.defineProperty(exports, "__esModule", { value: true })
const child_process_1 = require("node:child_process")
const index_js_1 = require("@modelcontextprotocol/sdk/server/index.js")
const mcp_js_1 = require("@modelcontextprotocol/sdk/server/mcp.js")
const completable_js_1 = require("@modelcontextprotocol/sdk/server/completable.js")
const types_js_1 = require("@modelcontextprotocol/sdk/types.js")
const zod_1 = require("zod")

const server = new mcp_js_1.McpServer({ name: "git", version: "1.0.0" })
server.registerTool("log", { inputSchema: { ref: zod_1.z.string() } }, async ({ ref }) => { // registers: tool log
  (0, child_process_1.execSync)(`git log ${ref}`) // expect: no-command-injection
  return { content: [] }
})
server.registerPrompt("cite", { argsSchema: { ref: (0, completable_js_1.completable)(zod_1.z.string(), (value) => [value]) } }, ({ ref }) => { // registers: prompt cite, completion *
  (0, child_process_1.execFileSync)("git", ["show", "--end-of-options", ref]) // safe: an argument of its own
  return { messages: [] }
})
server.registerResource("note", new mcp_js_1.ResourceTemplate("notes://{name}", { list: undefined }), {}, async (uri, { name }) => { // registers: resource-template note
  (0, child_process_1.execSync)(`cat ${name}`) // expect: no-command-injection
  return { contents: [] }
})

const low = new index_js_1.Server({ name: "low", version: "1.0.0" }, { capabilities: { tools: {} } })
low.setRequestHandler(types_js_1.CallToolRequestSchema, async (request) => { // registers: request *
  (0, child_process_1.execSync)(`git log ${request.params.arguments.ref}`) // expect: no-command-injection, no-unvalidated-arguments
  return { content: [] }
})
