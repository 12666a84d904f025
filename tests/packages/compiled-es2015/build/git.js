"use strict";
var __awaiter = (this && this.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};
Object.defineProperty(exports, "__esModule", { value: true });
exports.log = log;
const child_process_1 = require("child_process");
const util_1 = require("util");
const execAsync = (0, util_1.promisify)(child_process_1.exec);
class Git {
    constructor(program) {
        this.program = program;
    }
    log(ref) {
        return (0, child_process_1.execSync)(`${this.program} log ${ref}`).toString(); // expect: no-command-injection
    }
    status() {
        return (0, child_process_1.execSync)(`${this.program} status`).toString(); // safe: constants only
    }
}
function log(ref) {
    return __awaiter(this, void 0, void 0, function* () {
        const git = new Git('git');
        const text = git.log(ref) + git.status();
        const { stdout } = yield execAsync(`git show ${ref}`); // expect: no-command-injection
        return { content: [{ type: 'text', text: text + stdout }] };
    });
}
