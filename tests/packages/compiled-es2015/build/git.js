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
exports.level = exports.log = void 0;
const child_process_1 = require("child_process");
const util_1 = require("util");
const execAsync = (0, util_1.promisify)(child_process_1.exec);
function log(ref) {
    return __awaiter(this, void 0, void 0, function* () {
        const { stdout } = yield execAsync("git log " + ref); // expect: no-command-injection
        return { content: [{ type: "text", text: stdout }] };
    });
}
exports.log = log;
const level = (of) => __awaiter(void 0, void 0, void 0, function* () {
    const { stdout } = yield execAsync("journal -p " + of); // safe: an enum
    return { content: [{ type: "text", text: stdout }] };
});
exports.level = level;
