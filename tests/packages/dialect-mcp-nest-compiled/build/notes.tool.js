"use strict";
var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
var __param = (this && this.__param) || function (paramIndex, decorator) {
    return function (target, key) { decorator(target, key, paramIndex); }
};
Object.defineProperty(exports, "__esModule", { value: true });
exports.NotesTool = void 0;
const fs_1 = require("fs");
const common_1 = require("@nestjs/common");
const microservices_1 = require("@nestjs/microservices");
const mcp_nest_1 = require("@rekog/mcp-nest");
const zod_1 = require("zod");
let NotesTool = class NotesTool {
    read({ file }) {
        return (0, fs_1.readFileSync)(`/srv/${file}`, 'utf8'); // expect: no-path-traversal
    }
    write(context, { file }) {
        (0, fs_1.writeFileSync)(context.path, ''); // safe: the context is the server's
        (0, fs_1.writeFileSync)(`/srv/${file}`, ''); // expect: no-path-traversal
    }
};
exports.NotesTool = NotesTool;
__decorate([
    (0, mcp_nest_1.Tool)({ // registers: tool read_note
        name: 'read_note',
        description: 'Reads a note',
        parameters: zod_1.z.object({ file: zod_1.z.string() }),
    }),
    __metadata("design:type", Function)
], NotesTool.prototype, "read", null);
__decorate([
    (0, mcp_nest_1.Tool)({ description: 'Writes a note', parameters: zod_1.z.object({ file: zod_1.z.string() }) }), // registers: tool write
    __param(0, (0, microservices_1.Ctx)()),
    __param(1, (0, microservices_1.Payload)()),
    __metadata("design:type", Function)
], NotesTool.prototype, "write", null);
exports.NotesTool = NotesTool = __decorate([
    (0, common_1.Injectable)()
], NotesTool);
