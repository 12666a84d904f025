"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.level = void 0;
exports.log = log;
const node_child_process_1 = require("node:child_process");
const node_util_1 = require("node:util");
const execAsync = (0, node_util_1.promisify)(node_child_process_1.exec);
async function log(ref) {
    const { stdout } = await execAsync(`git log ${ref}`); // expect: no-command-injection
    return { content: [{ type: "text", text: stdout }] };
}
const level = async (of) => {
    const text = (0, node_child_process_1.execSync)(`journal -p ${of}`).toString(); // safe: an enum
    return { content: [{ type: "text", text }] };
};
exports.level = level;
