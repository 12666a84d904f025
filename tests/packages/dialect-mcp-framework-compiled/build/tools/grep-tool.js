"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
const node_child_process_1 = require("node:child_process");
const mcp_framework_1 = require("mcp-framework");
const zod_1 = require("zod");
class GrepTool extends mcp_framework_1.MCPTool { // registers: tool grep
    constructor() {
        super(...arguments);
        this.name = "grep";
        this.description = "Searches the notes";
        this.schema = { pattern: { type: zod_1.z.string(), description: "What to look for" } };
    }
    async execute({ pattern }) {
        (0, node_child_process_1.execFileSync)("grep", ["--", pattern]); // safe: an argument list
        return (0, node_child_process_1.execSync)("grep " + pattern).toString(); // expect: no-command-injection
    }
}
exports.default = GrepTool;
