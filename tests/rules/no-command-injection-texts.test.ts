import rule from '../../src/rules/no-command-injection.ts'
import { ruleTester } from '../support/rule-tester.ts'

ruleTester({ languageOptions: { sourceType: 'commonjs' } }).run('no-command-injection', rule, {
  valid: [],
  invalid: [
    {
      name: 'require, destructured',
      code: `const { McpServer } = require('@modelcontextprotocol/sdk/server/mcp.js')
const { execSync } = require('child_process')
const { z } = require('zod')
const server = new McpServer({ name: 'git', version: '1.0.0' })
server.tool('blame', { file: z.string() }, async ({ file }) => {
  const text = execSync('git blame ' + file, { cwd: process.cwd() }).toString()
  return { content: [{ type: 'text', text }] }
})`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`file`', registration: 'tool blame (server.js:5)', sink: 'execSync', route: '' },
          line: 6, column: 25, endLine: 6, endColumn: 44,
          suggestions: [{
            messageId: 'passAsList',
            output: `const { McpServer } = require('@modelcontextprotocol/sdk/server/mcp.js')
const { execFileSync } = require('child_process')
const { z } = require('zod')
const server = new McpServer({ name: 'git', version: '1.0.0' })
server.tool('blame', { file: z.string() }, async ({ file }) => {
  const text = execFileSync('git', ['blame', file], { cwd: process.cwd() }).toString()
  return { content: [{ type: 'text', text }] }
})`,
          }],
        }],
    },
    {
      name: 'compiled interop: a member of the module',
      code: `"use strict";
const mcp_js_1 = require("@modelcontextprotocol/sdk/server/mcp.js");
const child_process_1 = require("child_process");
const zod_1 = require("zod");
const server = new mcp_js_1.McpServer({ name: "git", version: "1.0.0" });
server.tool("blame", { file: zod_1.z.string() }, async ({ file }) => {
    const text = (0, child_process_1.execSync)(\`git blame \${file}\`).toString();
    return { content: [{ type: "text", text }] };
});`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: {
            source: '`file`',
            registration: 'tool blame (server.js:6)',
            sink: 'child_process_1.execSync',
            route: '',
          },
          line: 7, column: 48, endLine: 7, endColumn: 67,
          suggestions: [{
            messageId: 'passAsList',
            output: `"use strict";
const mcp_js_1 = require("@modelcontextprotocol/sdk/server/mcp.js");
const child_process_1 = require("child_process");
const zod_1 = require("zod");
const server = new mcp_js_1.McpServer({ name: "git", version: "1.0.0" });
server.tool("blame", { file: zod_1.z.string() }, async ({ file }) => {
    const text = (0, child_process_1.execFileSync)("git", ["blame", file]).toString();
    return { content: [{ type: "text", text }] };
});`,
          }],
        }],
    },
    {
      name: 'compiled interop: a namespace and a default',
      code: `"use strict";
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
const mcp_js_1 = require("@modelcontextprotocol/sdk/server/mcp.js");
const child_process_1 = __importDefault(require("child_process"));
const util_1 = require("util");
const zod_1 = require("zod");
const execAsync = (0, util_1.promisify)(child_process_1.default.exec);
const server = new mcp_js_1.McpServer({ name: "git", version: "1.0.0" });
server.tool("blame", { file: zod_1.z.string() }, async ({ file }) => {
    const { stdout } = await execAsync(\`git blame \${file}\`);
    return { content: [{ type: "text", text: stdout }] };
});`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`file`', registration: 'tool blame (server.js:11)', sink: 'execAsync', route: '' },
          line: 12, column: 40, endLine: 12, endColumn: 59,
          suggestions: [{
            messageId: 'passAsList',
            output: `"use strict";
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
const mcp_js_1 = require("@modelcontextprotocol/sdk/server/mcp.js");
const child_process_1 = __importDefault(require("child_process"));
const util_1 = require("util");
const zod_1 = require("zod");
const execFileAsync = (0, util_1.promisify)(child_process_1.default.execFile);
const server = new mcp_js_1.McpServer({ name: "git", version: "1.0.0" });
server.tool("blame", { file: zod_1.z.string() }, async ({ file }) => {
    const { stdout } = await execFileAsync("git", ["blame", file]);
    return { content: [{ type: "text", text: stdout }] };
});`,
          }],
        }],
    },
    {
      name: 'compiled to ES2015: an awaiter around a generator',
      code: `"use strict";
var __awaiter = (this && this.__awaiter) || function (thisArg, _arguments, P, generator) {
    return new (P || (P = Promise))(function (resolve) {
        resolve(generator.apply(thisArg, _arguments || []).next().value);
    });
};
const mcp_js_1 = require("@modelcontextprotocol/sdk/server/mcp.js");
const child_process_1 = require("child_process");
const zod_1 = require("zod");
const server = new mcp_js_1.McpServer({ name: "git", version: "1.0.0" });
server.tool("blame", { file: zod_1.z.string() }, (_a) => __awaiter(void 0, [_a], void 0, function* ({ file }) {
    const text = (0, child_process_1.execSync)(\`git blame \${file}\`).toString();
    return { content: [{ type: "text", text }] };
}));`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: {
            source: '`file`',
            registration: 'tool blame (server.js:11)',
            sink: 'child_process_1.execSync',
            route: '',
          },
          line: 12, column: 48, endLine: 12, endColumn: 67,
          suggestions: [{
            messageId: 'passAsList',
            output: `"use strict";
var __awaiter = (this && this.__awaiter) || function (thisArg, _arguments, P, generator) {
    return new (P || (P = Promise))(function (resolve) {
        resolve(generator.apply(thisArg, _arguments || []).next().value);
    });
};
const mcp_js_1 = require("@modelcontextprotocol/sdk/server/mcp.js");
const child_process_1 = require("child_process");
const zod_1 = require("zod");
const server = new mcp_js_1.McpServer({ name: "git", version: "1.0.0" });
server.tool("blame", { file: zod_1.z.string() }, (_a) => __awaiter(void 0, [_a], void 0, function* ({ file }) {
    const text = (0, child_process_1.execFileSync)("git", ["blame", String(file)]).toString();
    return { content: [{ type: "text", text }] };
}));`,
          }],
        }],
    },
  ],
})

ruleTester({ typescript: true }).run('no-command-injection', rule, {
  valid: [],
  invalid: [
    {
      name: 'promisified under any name',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { exec } from 'node:child_process'
import { promisify } from 'node:util'
import { z } from 'zod'
const runIt = promisify(exec)
declare const server: McpServer
server.tool('blame', { file: z.string() }, async ({ file }) => {
  const { stdout } = await runIt('git blame ' + file)
  return { content: [{ type: 'text', text: stdout }] }
})`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`file`', registration: 'tool blame (server.ts:7)', sink: 'runIt', route: '' },
          line: 8, column: 34, endLine: 8, endColumn: 53,
          suggestions: [{
            messageId: 'passAsList',
            output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { z } from 'zod'
const execFileAsync = promisify(execFile)
declare const server: McpServer
server.tool('blame', { file: z.string() }, async ({ file }) => {
  const { stdout } = await execFileAsync('git', ['blame', file])
  return { content: [{ type: 'text', text: stdout }] }
})`,
          }],
        }],
    },
    {
      name: 'a default import under a name of one\'s own',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import childProcess from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('blame', { file: z.string() }, async ({ file }) => ({
  content: [{ type: 'text', text: childProcess.execSync(\`git blame \${file}\`).toString() }],
}))`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: {
            source: '`file`',
            registration: 'tool blame (server.ts:5)',
            sink: 'childProcess.execSync',
            route: '',
          },
          line: 6, column: 57, endLine: 6, endColumn: 76,
          suggestions: [{
            messageId: 'passAsList',
            output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import childProcess from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('blame', { file: z.string() }, async ({ file }) => ({
  content: [{ type: 'text', text: childProcess.execFileSync('git', ['blame', file]).toString() }],
}))`,
          }],
        }],
    },
    {
      name: 'a renamed import',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync as run } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('blame', { file: z.string() }, async ({ file }) => ({
  content: [{ type: 'text', text: \`\${run(\`git blame \${file}\`)}\` }],
}))`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`file`', registration: 'tool blame (server.ts:5)', sink: 'run', route: '' },
          line: 6, column: 42, endLine: 6, endColumn: 61,
          suggestions: [{
            messageId: 'passAsList',
            output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execFileSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('blame', { file: z.string() }, async ({ file }) => ({
  content: [{ type: 'text', text: \`\${execFileSync('git', ['blame', file])}\` }],
}))`,
          }],
        }],
    },
    {
      name: 'an import that is awaited',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('blame', { file: z.string() }, async ({ file }) => {
  const { execSync } = await import('node:child_process')
  return { content: [{ type: 'text', text: execSync(\`git blame \${file}\`, { encoding: 'utf8' }) }] }
})`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`file`', registration: 'tool blame (server.ts:4)', sink: 'execSync', route: '' },
          line: 6, column: 53, endLine: 6, endColumn: 72,
          suggestions: [{
            messageId: 'passAsList',
            output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
declare const server: McpServer
server.tool('blame', { file: z.string() }, async ({ file }) => {
  const { execFileSync } = await import('node:child_process')
  return { content: [{ type: 'text', text: execFileSync('git', ['blame', file], { encoding: 'utf8' }) }] }
})`,
          }],
        }],
    },
    {
      name: 'a command that grows by +=',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('git_log', { author: z.string().optional(), limit: z.number() }, async ({ author, limit }) => {
  let cmd = \`git log -n \${limit}\`
  if (author) cmd += \` --author="\${author}"\`
  return { content: [{ type: 'text', text: execSync(cmd, { encoding: 'utf8' }) }] }
})`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`author`', registration: 'tool git_log (server.ts:5)', sink: 'execSync', route: '' },
          line: 8, column: 53, endLine: 8, endColumn: 56,
        }],
    },
    {
      name: 'an array that is joined',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('git_log', { ref: z.string() }, async ({ ref }) => {
  const text = execSync(['git', 'log', ref].join(' ')).toString()
  return { content: [{ type: 'text', text }] }
})`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`ref`', registration: 'tool git_log (server.ts:5)', sink: 'execSync', route: '' },
          line: 6, column: 25, endLine: 6, endColumn: 54,
          suggestions: [{
            messageId: 'passAsList',
            output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execFileSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('git_log', { ref: z.string() }, async ({ ref }) => {
  const text = execFileSync('git', ['log', ref]).toString()
  return { content: [{ type: 'text', text }] }
})`,
          }],
        }],
    },
    {
      name: 'an array that is filled, then joined',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('git_log', { files: z.array(z.string()), all: z.boolean() }, async (input) => {
  const parts: string[] = ['git', 'log']
  if (input.all) parts.push('--all')
  for (const file of input.files) parts.push(file)
  const text = execSync(parts.join(' ')).toString()
  return { content: [{ type: 'text', text }] }
})`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`files[]`', registration: 'tool git_log (server.ts:5)', sink: 'execSync', route: '' },
          line: 9, column: 25, endLine: 9, endColumn: 40,
        }],
    },
    {
      name: 'a list that is spread into another, then joined',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('git_add', { files: z.array(z.string()) }, async ({ files }) => {
  const text = execSync(['git', 'add', ...files].join(' ')).toString()
  return { content: [{ type: 'text', text }] }
})`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`files[]`', registration: 'tool git_add (server.ts:5)', sink: 'execSync', route: '' },
          line: 6, column: 25, endLine: 6, endColumn: 59,
          suggestions: [{
            messageId: 'passAsList',
            output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execFileSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('git_add', { files: z.array(z.string()) }, async ({ files }) => {
  const text = execFileSync('git', ['add', ...files]).toString()
  return { content: [{ type: 'text', text }] }
})`,
          }],
        }],
    },
    {
      name: 'lists that are mapped and quoted by JSON.stringify',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('git_add', { files: z.array(z.string()) }, async ({ files }) => {
  const text = execSync(\`git add \${files.map((file) => JSON.stringify(file)).join(' ')}\`).toString()
  return { content: [{ type: 'text', text }] }
})`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`files[]`', registration: 'tool git_add (server.ts:5)', sink: 'execSync', route: '' },
          line: 6, column: 25, endLine: 6, endColumn: 89,
        }],
    },
    {
      name: 'conditional fragments',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('git_diff', { from: z.string().optional(), stat: z.boolean() }, async ({ from, stat }) => {
  const text = execSync(\`git diff \${stat ? '--stat' : ''} \${from ? \`\${from}..HEAD\` : 'HEAD'}\`).toString()
  return { content: [{ type: 'text', text }] }
})`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`from`', registration: 'tool git_diff (server.ts:5)', sink: 'execSync', route: '' },
          line: 6, column: 25, endLine: 6, endColumn: 94,
        }],
    },
    {
      name: 'a function that returns the command',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
const buildCommand = (ref: string, limit: number): string => ['git log', \`-n \${limit}\`, ref].join(' ')
server.tool('git_log', { ref: z.string(), limit: z.number() }, async ({ ref, limit }) => {
  const text = execSync(buildCommand(ref, limit)).toString()
  return { content: [{ type: 'text', text }] }
})`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`ref`', registration: 'tool git_log (server.ts:6)', sink: 'execSync', route: '' },
          line: 7, column: 25, endLine: 7, endColumn: 49,
        }],
    },
    {
      name: 'callbacks, promises and closures on the way',
      code: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('git_show', { ids: z.array(z.string()) }, ({ ids }) => Promise.all(ids.map(async (id) => id.trim()))
  .then((names) => names.map((name) => execSync(\`git show \${name}\`).toString()))
  .then((texts) => ({ content: texts.map((text) => ({ type: 'text' as const, text })) })))`,
      output: null,
      errors: [{
          messageId: 'reaches',
          data: { source: '`ids[]`', registration: 'tool git_show (server.ts:5)', sink: 'execSync', route: '' },
          line: 6, column: 49, endLine: 6, endColumn: 67,
          suggestions: [{
            messageId: 'passAsList',
            output: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execFileSync } from 'node:child_process'
import { z } from 'zod'
declare const server: McpServer
server.tool('git_show', { ids: z.array(z.string()) }, ({ ids }) => Promise.all(ids.map(async (id) => id.trim()))
  .then((names) => names.map((name) => execFileSync('git', ['show', String(name)]).toString()))
  .then((texts) => ({ content: texts.map((text) => ({ type: 'text' as const, text })) })))`,
          }],
        }],
    },
  ],
})
