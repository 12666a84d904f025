"use strict";
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __esm = (fn, res) => function __init() {
  return fn && (res = (0, fn[__getOwnPropNames(fn)[0]])(fn = 0)), res;
};
var __commonJS = (cb, mod) => function __require() {
  return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
};
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);

// src/notes.ts
var notes_exports = {};
__export(notes_exports, {
  readNote: () => readNote
});
function readNote(name) {
  return import_node_fs.default.readFileSync(`notes/${name}`, "utf8"); // expect: no-path-traversal
}
var import_node_fs;
var init_notes = __esm({
  "src/notes.ts"() {
    "use strict";
    import_node_fs = __toESM(require("node:fs"), 1);
  }
});

// src/legacy.js
var require_legacy = __commonJS({
  "src/legacy.js"(exports2, module2) {
    "use strict";
    var import_child = require("child_process");
    exports2.show = function show(id) {
      return import_child.execFileSync("git", ["show", "--", id]).toString(); // safe: an argument list
    };
    module2.exports.tag = (name) => import_child.execSync("git tag " + name).toString(); // expect: no-command-injection
  }
});

// src/index.ts
var index_exports = {};
__export(index_exports, {
  start: () => start
});
module.exports = __toCommonJS(index_exports);
var import_mcp = require("@modelcontextprotocol/sdk/server/mcp.js");
var import_zod = require("zod");

// src/git.ts
var git_exports = {};
__export(git_exports, {
  log: () => log
});
var import_node_child_process = require("node:child_process");
function log(ref) {
  return (0, import_node_child_process.execSync)(`git log ${ref}`).toString(); // expect: no-command-injection
}

// src/index.ts
var import_legacy = __toESM(require_legacy());
init_notes();
var server = new import_mcp.McpServer({ name: "git", version: "1.0.0" });
var text = (value) => ({ content: [{ type: "text", text: value }] });
server.tool("log", { ref: import_zod.z.string() }, async ({ ref }) => text(git_exports.log(ref)));
server.tool("show", { id: import_zod.z.string() }, async ({ id }) => text(import_legacy.default.show(id)));
server.tool("tag", { name: import_zod.z.string() }, async ({ name }) => text((0, import_legacy.tag)(name)));
server.tool("read", { name: import_zod.z.string() }, async ({ name }) => text((0, notes_exports.readNote)(name)));
function start() {
  return server;
}
