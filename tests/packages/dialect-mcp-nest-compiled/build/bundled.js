"use strict";
const { readFileSync } = require("node:fs");
const { Tool } = require("@rekog/mcp-nest");
const { Payload } = require("@nestjs/microservices");
const { z } = require("zod");
// As esbuild writes it.
var Bundled = class {
  open({ file }) {
    return readFileSync(`/srv/${file}`, "utf8"); // expect: no-path-traversal
  }
};
__decorateClass([
  Tool({ name: "open", description: "Opens a note", parameters: z.object({ file: z.string() }) }), // registers: tool open
  __decorateParam(0, Payload())
], Bundled.prototype, "open", 1);
// As SWC writes it.
class Swift {
  show({ file }) {
    return readFileSync(`/srv/${file}`, "utf8"); // expect: no-path-traversal
  }
}
_ts_decorate([
  Tool({ name: "show", description: "Shows a note", parameters: z.object({ file: z.string() }) }), // registers: tool show
  _ts_param(0, Payload()),
  _ts_metadata("design:type", Function)
], Swift.prototype, "show", null);
