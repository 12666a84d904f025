"use strict";
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", { value: true });
exports.start = start;
const mcp_js_1 = require("@modelcontextprotocol/sdk/server/mcp.js");
const zod_1 = require("zod");
const git_js_1 = require("./git.js");
const notes_js_1 = __importDefault(require("./notes.js"));
function start() {
    const server = new mcp_js_1.McpServer({ name: "notes", version: "1.0.0" });
    server.registerTool("log", { inputSchema: { ref: zod_1.z.string() } }, async ({ ref }) => (0, git_js_1.log)(ref));
    server.registerTool("level", { inputSchema: { of: zod_1.z.enum(["info", "debug"]) } }, async ({ of }) => (0, git_js_1.level)(of));
    server.registerTool("read", { inputSchema: { name: zod_1.z.string() } }, async ({ name }) => notes_js_1.default.read(name));
}
start();
