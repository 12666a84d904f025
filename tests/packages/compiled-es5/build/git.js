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
var __generator = (this && this.__generator) || function (thisArg, body) {
    var _ = { label: 0, sent: function() { if (t[0] & 1) throw t[1]; return t[1]; }, trys: [], ops: [] }, f, y, t, g;
    return g = { next: verb(0), "throw": verb(1), "return": verb(2) }, g;
    function verb(n) { return function (v) { return step([n, v]); }; }
    function step(op) { return { value: op[0] ? op[1] : void 0, done: true }; }
};
Object.defineProperty(exports, "__esModule", { value: true });
exports.log = log;
var child_process_1 = require("child_process");
var Git = /** @class */ (function () {
    function Git(program) {
        this.program = program;
    }
    Git.prototype.log = function (ref) {
        return (0, child_process_1.execSync)("".concat(this.program, " log ").concat(ref)).toString(); // expect: no-command-injection
    };
    Git.prototype.status = function () {
        return (0, child_process_1.execSync)("".concat(this.program, " status")).toString(); // safe: constants only
    };
    return Git;
}());
function log(ref) {
    return __awaiter(this, void 0, void 0, function () {
        var git, text;
        return __generator(this, function (_a) {
            git = new Git("git");
            text = git.log(ref) + git.status();
            return [2 /*return*/, { content: [{ type: "text", text: text }] }];
        });
    });
}
