import { execFileSync, execSync } from "node:child_process";

// The SDK as a bundler leaves it, shortened.
var schema = (shape) => ({ shape, parse: (value) => value });
var CallToolRequestSchema2 = schema({ method: "tools/call" });
var ListToolsRequestSchema2 = schema({ method: "tools/list" });
var Protocol = class {
  constructor() {
    this._requestHandlers = new Map();
  }
  async connect(transport) {
    transport.onmessage = (message) => this._requestHandlers.get(message.method)?.(message);
  }
  setRequestHandler(requestSchema, handler) {
    this.assertCanSetRequestHandler(requestSchema.shape.method);
    this._requestHandlers.set(requestSchema.shape.method, (request) => Promise.resolve(handler(requestSchema.parse(request))));
  }
};
var Server2 = class extends Protocol {
  assertCanSetRequestHandler(method) {
    if (this._requestHandlers.has(method)) throw new Error(method);
  }
};
var e = class {
  constructor(info) {
    this.server = new Server2(info);
    this._registeredTools = {};
  }
  async connect(transport) {
    return await this.server.connect(transport);
  }
  setToolRequestHandlers() {
    this.server.setRequestHandler(CallToolRequestSchema2, (request) => this._registeredTools[request.params.name].callback(request.params.arguments)); // registers: request *
  }
  registerTool(name, config, callback) {
    this._registeredTools[name] = { ...config, callback };
    this.setToolRequestHandlers();
    return this._registeredTools[name];
  }
};

var t = new Server2({ name: "low", version: "1.0.0" });
t.setRequestHandler(ListToolsRequestSchema2, async () => ({ tools: [{ name: "log", inputSchema: { type: "object" } }] })); // registers: tool-listing *
t.setRequestHandler(CallToolRequestSchema2, async ({ params }) => { // registers: request *
  execFileSync("git", ["show", "--end-of-options", String(params.arguments.ref)]); // safe: an argument of its own // expect: no-unvalidated-arguments
  execSync(`git log ${params.arguments.ref}`); // expect: no-command-injection
  return { content: [] };
});
var n = new e({ name: "high", version: "1.0.0" });
n.registerTool("blame", { inputSchema: schema({ file: "string" }) }, async ({ file }) => { // registers: tool blame
  execFileSync("git", ["blame", "--", file]); // safe: an argument of its own
  return { content: [] };
});
