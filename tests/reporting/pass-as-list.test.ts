import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { passAsList } from '../../src/reporting/suggestions/pass-as-list.ts'
import { applyEdits } from '../support/apply-edits.ts'

const edit = (code: string): string[] => applyEdits(passAsList, code)
const sync = "import { execSync, execFileSync } from 'node:child_process'\n"

/** The edit of a command alone, with everything else in place. */
const command = (text: string, before = ''): string[] =>
  edit(`${sync}${before}execSync(${text})`).map((output) => output.slice((sync + before).length))

describe('passAsList splits like a POSIX shell', () => {
  it('a template with holes', () => {
    expect(command('`git log ${ref} --oneline`')).toEqual(["execFileSync('git', ['log', String(ref), '--oneline'])"])
  })

  it('a concatenation', () => {
    expect(command(`'git log ' + ref + ' -- "' + file + '"'`))
      .toEqual(["execFileSync('git', ['log', String(ref), '--', String(file)])"])
  })

  it('an array that is joined', () => {
    expect(command("['git', 'log', ref, ...rest].join(' ')", 'const [, ...rest] = process.argv\n'))
      .toEqual(["execFileSync('git', ['log', String(ref), ...rest.map(String)])"])
  })

  it('quotes around a hole, in either kind', () => {
    expect(command('`grep -r "${text}" \'${folder}\'`')).toEqual(["execFileSync('grep', ['-r', String(text), String(folder)])"])
  })

  it('quoted constants as one argument', () => {
    expect(command('`git commit --author "A B <a@b>" -m "${message}"`'))
      .toEqual(["execFileSync('git', ['commit', '--author', 'A B <a@b>', '-m', String(message)])"])
  })

  it('words of text and values', () => {
    expect(command('`git log --since="${since}" -n${count} ${from}..${to} HEAD~1`'))
      .toEqual(["execFileSync('git', ['log', `--since=${since}`, `-n${count}`, `${from}..${to}`, 'HEAD~1'])"])
  })

  it('an empty argument, tabs and a command over the ends of a template', () => {
    expect(command('`\n  git commit -m ""\t${file}\n`')).toEqual(["execFileSync('git', ['commit', '-m', '', String(file)])"])
  })

  it('text that has to be escaped again', () => {
    expect(command('`git log "it\'s" \'$\\{x} `y`\' ${ref}`'.replaceAll('`y`', '\\`y\\`')))
      .toEqual(["execFileSync('git', ['log', 'it\\'s', '${x} `y`', String(ref)])"])
  })

  it('a list of arguments inside the command', () => {
    expect(command("`git add ${files.join(' ')} --force`", 'const files = input.slice(1)\n'))
      .toEqual(["execFileSync('git', ['add', ...files.map(String), '--force'])"])
  })

  it('a list that evidently holds strings, and one of numbers', () => {
    const typed = `${sync}function f(files: readonly string[], ids: Array<number>) `
    expect(edit(`${typed}{ execSync(\`kill \${ids.join(' ')} \${files.join(' ')}\`) }`))
      .toEqual([`${typed}{ execFileSync('kill', [...ids.map(String), ...files]) }`])
    expect(command("`git add ${files.join(' ')}`", "const files = ['a', name.trim()]\n"))
      .toEqual(["execFileSync('git', ['add', ...files])"])
    expect(command("`git add ${files.join(' ')}`", "const files = text.split(',').slice(1)\n"))
      .toEqual(["execFileSync('git', ['add', ...files])"])
    expect(command("`git add ${files.join(' ')}`", 'const files = []\nfiles.push(`+${tag}`)\n'))
      .toEqual(["execFileSync('git', ['add', ...files])"])
    expect(command("`kill ${ids.join(' ')}`", 'const ids = []\nids.push(Number(id))\n'))
      .toEqual(["execFileSync('kill', [...ids.map(String)])"])
    const handler = `${sync}server.tool('t', { ids: z.array(z.number()).min(1), files: z.string().array() }, async ({ ids, files }) => `
    expect(edit(`${handler}execSync(\`tap \${ids.join(' ')} \${files.join(' ')}\`))`))
      .toEqual([`${handler}execFileSync('tap', [...ids.map(String), ...files]))`])
  })

  it('a program under a constant name', () => {
    expect(command('`${GIT} log ${ref}`', "const GIT = 'git'\n")).toEqual(["execFileSync(GIT, ['log', String(ref)])"])
  })

  it('a value that is evidently no string', () => {
    expect(command('`kill -9 ${Number(pid)}`')).toEqual(["execFileSync('kill', ['-9', String(Number(pid))])"])
    expect(command('`kill ${pid}`', 'declare const pid: number\n')).toEqual(["execFileSync('kill', [String(pid)])"])
  })

  it('a value that is evidently a string, and one that may be anything', () => {
    const typed = 'declare const ref: string\ndeclare const args: { file: string, folder?: string, rest: unknown }\n'
    expect(command('`git log ${ref} ${args.file} ${args.folder} ${args.rest} ${ref.trim()} ${input.name as string}`', typed))
      .toEqual(["execFileSync('git', ['log', ref, args.file, String(args.folder), String(args.rest), ref.trim(), input.name as string])"])
  })

  it('a number by the schema of the handler', () => {
    const before = `${sync}server.tool('t', { n: z.number().int(), s: z.string() }, async ({ n, s }) => `
    expect(edit(`${before}execSync(\`tap \${n} \${s}\`))`)).toEqual([`${before}execFileSync('tap', [String(n), s]))`])
  })

  it('a number by a schema in a constant, read from the arguments as a whole', () => {
    const before = `${sync}const shape = { n: z.number(), s: z.string().min(1) }\n`
      + "server.registerTool('t', { inputSchema: shape }, async (args) => "
    expect(edit(`${before}execSync(\`tap \${args.n} \${args.s}\`))`))
      .toEqual([`${before}execFileSync('tap', [String(args.n), args.s]))`])
  })

  it('a number by the schema that parsed it', () => {
    const before = `${sync}const Tap = z.object({ n: z.number(), s: z.string(), o: z.string().optional() })\n`
      + 'function tap(input: unknown) {\n  const { n, s, o } = Tap.parse(input)\n  '
    expect(edit(`${before}execSync(\`tap \${n} \${s} \${o}\`)\n}`))
      .toEqual([`${before}execFileSync('tap', [String(n), s, String(o)])\n}`])
    const safe = before.replace('{ n, s, o } = Tap.parse', 'parsed = Tap.safeParse')
    expect(edit(`${safe}execSync(\`tap \${parsed.data.n} \${parsed.data.s}\`)\n}`))
      .toEqual([`${safe}execFileSync('tap', [String(parsed.data.n), parsed.data.s])\n}`])
  })

  it('a string by what a function returns, awaited or not', () => {
    const before = `${sync}async function find(): Promise<string> { return 'x' }\nfunction count(): number { return 1 }\n`
      + 'async function tap() {\n  const found = await find()\n  '
    expect(edit(`${before}execSync(\`tap \${found} \${count()}\`)\n}`))
      .toEqual([`${before}execFileSync('tap', [found, String(count())])\n}`])
  })

  it('a number by a type that is inferred from a schema, or declared', () => {
    const inferred = `${sync}const Tap = z.object({ n: z.number(), s: z.string() })\n`
      + 'const tap = (args: z.infer<typeof Tap>) => '
    expect(edit(`${inferred}execSync(\`tap \${args.n} \${args.s}\`)`))
      .toEqual([`${inferred}execFileSync('tap', [String(args.n), args.s])`])
    const declared = `${sync}interface Tap { n: number, s: string }\nconst tap = ({ n, s }: Tap) => `
    expect(edit(`${declared}execSync(\`tap \${n} \${s}\`)`)).toEqual([`${declared}execFileSync('tap', [String(n), s])`])
  })
})

describe('passAsList keeps the rest of the call', () => {
  it('options and callback', () => {
    const before = "import { exec, execFile } from 'child_process'\n"
    expect(edit(before + 'exec(`git log ${ref}`, { cwd, encoding: "utf8" }, (error) => done(error))'))
      .toEqual([before + "execFile('git', ['log', String(ref)], { cwd, encoding: \"utf8\" }, (error) => done(error))"])
    expect(edit(before + 'exec(`git log ${ref}`, function (error) {})'))
      .toEqual([before + "execFile('git', ['log', String(ref)], function (error) {})"])
  })

  it('a callback without the type of an error that is another one now', () => {
    const before = "import { exec, execFile, type ExecException } from 'child_process'\n"
    expect(edit(before + 'exec(`git log ${Number(n)}`, (error: ExecException | null, out: string) => done(error, out))'))
      .toEqual([before + "execFile('git', ['log', String(Number(n))], (error, out: string) => done(error, out))"])
    expect(edit(before + 'exec(`git log ${Number(n)}`, (error: Error | null) => done(error))'))
      .toEqual([before + "execFile('git', ['log', String(Number(n))], (error: Error | null) => done(error))"])
    expect(edit(before + 'function done(error: ExecException | null) {}\nexec(`git log ${ref}`, {}, done)')).toEqual([])
  })

  it('options in a constant', () => {
    const before = `${sync}const options = { cwd, stdio: 'inherit' }\n`
    expect(edit(before + 'execSync(`git log ${ref}`, options)'))
      .toEqual([before + "execFileSync('git', ['log', String(ref)], options)"])
  })

  it('the place of a constant that holds the command', () => {
    expect(edit(`${sync}function f(ref) {\n  const cmd: string = \`git log \${ref}\`\n  return execSync(cmd)\n}`))
      .toEqual([`${sync}function f(ref) {\n  const args = ['log', String(ref)]\n  return execFileSync('git', args)\n}`])
  })

  it('a variable named args that is there already', () => {
    expect(edit(`${sync}function f(ref, args) {\n  const cmd = \`git log \${ref}\`\n  return execSync(cmd)\n}`))
      .toEqual([`${sync}function f(ref, args) {\n  const cmdArgs = ['log', String(ref)]\n`
        + `  return execFileSync('git', cmdArgs)\n}`])
  })
})

describe('passAsList makes execFile available', () => {
  it('replaces an import that nothing else needs and adds to one that is needed', () => {
    expect(edit("import { exec } from 'child_process'\nexec(`git log ${ref}`)"))
      .toEqual(["import { execFile } from 'child_process'\nexecFile('git', ['log', String(ref)])"])
    expect(edit("import { exec } from 'child_process'\nexec(`git log ${ref}`)\nexec('ls | wc')"))
      .toEqual(["import { exec, execFile } from 'child_process'\nexecFile('git', ['log', String(ref)])\nexec('ls | wc')"])
  })

  it('under the names that the file gives', () => {
    expect(edit("import { execSync as execCommand } from 'child_process'\nexecCommand(`git log ${ref}`)"))
      .toEqual(["import { execFileSync as execFileCommand } from 'child_process'\n"
        + "execFileCommand('git', ['log', String(ref)])"])
    expect(edit("import { exec as run } from 'child_process'\nrun(`git log ${ref}`)\nrun('ls | wc')"))
      .toEqual(["import { exec as run, execFile } from 'child_process'\nexecFile('git', ['log', String(ref)])\nrun('ls | wc')"])
  })

  it('as a member', () => {
    expect(edit("import * as cp from 'child_process'\ncp.execSync(`git log ${ref}`)"))
      .toEqual(["import * as cp from 'child_process'\ncp.execFileSync('git', ['log', String(ref)])"])
    expect(edit("import cp = require('child_process')\ncp.exec(`git log ${ref}`)"))
      .toEqual(["import cp = require('child_process')\ncp.execFile('git', ['log', String(ref)])"])
    expect(edit("const child_process_1 = require('child_process');\n(0, child_process_1.execSync)(`git log ${ref}`);"))
      .toEqual(["const child_process_1 = require('child_process');\n"
        + "(0, child_process_1.execFileSync)('git', ['log', String(ref)]);"])
    expect(edit("require('child_process').execSync(`git log ${ref}`)"))
      .toEqual(["require('child_process').execFileSync('git', ['log', String(ref)])"])
  })

  it('in a destructured require or import', () => {
    expect(edit("const { exec } = require('child_process')\nexec(`git log ${ref}`)"))
      .toEqual(["const { execFile } = require('child_process')\nexecFile('git', ['log', String(ref)])"])
    expect(edit("const { execSync } = await import('node:child_process')\nexecSync(`git log ${ref}`)\n"
        + "execSync('ls | wc')"))
      .toEqual(["const { execSync, execFileSync } = await import('node:child_process')\n"
        + "execFileSync('git', ['log', String(ref)])\nexecSync('ls | wc')"])
    expect(edit("const exec = require('child_process').exec\nexec(`git log ${ref}`)"))
      .toEqual(["const execFile = require('child_process').execFile\nexecFile('git', ['log', String(ref)])"])
  })

  it('not where the name is taken', () => {
    expect(edit("import { exec } from 'child_process'\nimport { execFile } from './own.js'\nexec(`git log ${ref}`)"))
      .toEqual([])
    expect(edit("import { exec } from 'child_process'\nfunction f(execFile) { exec(`git log ${ref}`) }")).toEqual([])
  })
})

describe('passAsList follows promisify', () => {
  const used = "import { exec } from 'child_process'\nimport { promisify } from 'util'\n"
        + 'const execAsync = promisify(exec)\n'

  it('replaces an alias with one use', () => {
    expect(edit(`${used}await execAsync(\`git log \${ref}\`)`)).toEqual([
      "import { execFile } from 'child_process'\nimport { promisify } from 'util'\n"
      + "const execFileAsync = promisify(execFile)\nawait execFileAsync('git', ['log', String(ref)])",
    ])
  })

  it('adds a second alias beside one that is used elsewhere', () => {
    expect(edit(`${used}await execAsync(\`git log \${ref}\`)\nawait execAsync('ls | wc')`)).toEqual([
      "import { exec, execFile } from 'child_process'\nimport { promisify } from 'util'\n"
      + 'const execAsync = promisify(exec)\nconst execFileAsync = promisify(execFile)\n'
      + "await execFileAsync('git', ['log', String(ref)])\nawait execAsync('ls | wc')",
    ])
  })

  it('adds it behind an alias that is exported, with the semicolon of its neighbour', () => {
    expect(edit("import cp from 'child_process';\nimport util from 'util';\n"
        + 'export const run = util.promisify(cp.exec);\nrun(`git log ${ref}`);'))
      .toEqual(["import cp from 'child_process';\nimport util from 'util';\n"
        + 'export const run = util.promisify(cp.exec);\n'
        + "const execFileAsync = util.promisify(cp.execFile);\nexecFileAsync('git', ['log', String(ref)]);"])
  })

  it('uses an alias that is there', () => {
    const both = "import { exec, execFile } from 'child_process'\nimport { promisify } from 'util'\n"
      + 'const sh = promisify(exec)\nconst run = promisify(execFile)\n'
    expect(edit(`${both}await sh(\`git log \${ref}\`)`)).toEqual([`${both}await run('git', ['log', String(ref)])`])
  })

  it('without an alias, and in compiled code', () => {
    expect(edit("import { exec } from 'child_process'\nimport { promisify } from 'util'\n"
        + 'promisify(exec)(`git log ${ref}`)'))
      .toEqual(["import { execFile } from 'child_process'\nimport { promisify } from 'util'\n"
        + "promisify(execFile)('git', ['log', String(ref)])"])
    expect(edit("const child_process_1 = require('child_process');\nconst util_1 = require('util');\n"
      + 'const exec = (0, util_1.promisify)(child_process_1.exec);\nexec(`git log ${ref}`);'))
      .toEqual(["const child_process_1 = require('child_process');\nconst util_1 = require('util');\n"
        + "const execFile = (0, util_1.promisify)(child_process_1.execFile);\nexecFile('git', ['log', String(ref)]);"])
  })

  it('not by its name', () => {
    expect(edit('import { execAsync } from "./exec.js"\nexecAsync(`git log ${ref}`)')).toEqual([])
    expect(edit('const execAsync = wrap(exec)\nexecAsync(`git log ${ref}`)')).toEqual([])
    expect(edit('const match = /a/.exec(`git log ${ref}`)')).toEqual([])
    expect(edit("import { exec } from './own.js'\nexec(`git log ${ref}`)")).toEqual([])
  })
})

describe('passAsList offers nothing', () => {
  it('where the shell does something', () => {
    expect(command('`git log ${ref} | head`')).toEqual([])
    expect(command('`git fetch && git log ${ref}`')).toEqual([])
    expect(command('`git fetch; git log ${ref}`')).toEqual([])
    expect(command('`git log ${ref} 2>/dev/null`')).toEqual([])
    expect(command('`git log $HOME ${ref}`')).toEqual([])
    expect(command('`git log "$HOME" ${ref}`')).toEqual([])
    expect(command('`git log $(cat x) ${ref}`')).toEqual([])
    expect(command('`rm ${folder}/*.log`')).toEqual([])
    expect(command('`rm ${file}.{a,b}`')).toEqual([])
    expect(command('`cat ~/${file}`')).toEqual([])
    expect(command('`tool --file=~/x ${file}`')).toEqual([])
    expect(command('`cat a\\\\ b ${file}`')).toEqual([])
    expect(command('`LANG=C git log ${ref}`')).toEqual([])
    expect(command('`git log\n${ref}`')).toEqual([])
    expect(command('`git log ${ref} # all`')).toEqual([])
    expect(command('`git log "${ref}`')).toEqual([])
  })

  it('where the program is no file, or a shell itself', () => {
    expect(command('`${tool} log`')).toEqual([])
    expect(command('`cd ${folder}`')).toEqual([])
    expect(command('`bash -c "${text}"`')).toEqual([])
    expect(command('`docker exec box sh -c "${text}"`')).toEqual([])
    expect(command('`ssh host ${word}`')).toEqual([])
    expect(command(`\`osascript -e 'say "\${text}"'\``)).toEqual([])
    expect(command('`python3 -c "print(${x})"`')).toEqual([])
  })

  it('where Windows has a command file for the program', () => {
    expect(command('`npx tool ${x}`')).toEqual([])
    expect(command('`npm install ${x}`')).toEqual([])
  })

  it('where a value may be several words or none', () => {
    expect(command('`nmap ${additionalFlags} ${host}`')).toEqual([])
    expect(command('`nmap ${config.options} ${host}`')).toEqual([])
    expect(command('`idb tap ${part} ${x}`', "const part = d ? `--duration ${d}` : ''\n")).toEqual([])
    expect(command('`git log ${ref}`', "let ref = 'a'\nif (all) ref = 'a b'\n")).toEqual([])
    expect(command("`git log ${a.join(',')} ${b.join('\\n')}`")).toEqual([])
    expect(command("`git log --x${list.join(' ')}`")).toEqual([])
    expect(command("`git log ${ref ?? ''}`")).toEqual([])
  })

  it('where a value carries quotes of its own', () => {
    expect(command('`git log ${JSON.stringify(ref)}`')).toEqual([])
    expect(command('`git log ${quote(ref)}`')).toEqual([])
    expect(command('`git log "${escaped}"`')).toEqual([])
    expect(command('`git log "${text}"`', "const text = ref.replace(/\"/g, '\\\\\"')\n")).toEqual([])
    expect(command("`git log ${list.join(' ')}`", 'const list = []\nlist.push(`"${ref}"`)\n')).toEqual([])
  })

  it('where the options are not known, or name a shell', () => {
    expect(edit(`${sync}execSync(\`git log \${ref}\`, options)`)).toEqual([])
    expect(edit(`${sync}execSync(\`git log \${ref}\`, { ...base })`)).toEqual([])
    expect(edit(`${sync}execSync(\`git log \${ref}\`, { shell: '/bin/bash' })`)).toEqual([])
    expect(edit(`${sync}execSync(...all)`)).toEqual([])
  })

  it('where the command is not all that the file shows', () => {
    expect(command('cmd', "let cmd = 'nmap'\ncmd += ' ' + host\n")).toEqual([])
    expect(command('cmd', 'const cmd = `git log ${ref}`\nconsole.log(cmd)\n')).toEqual([])
    expect(command('(`git log ${ref}`)')).toEqual([])
    expect(command('`git log ${/* why */ ref}`')).toEqual([])
  })
})

describe('the edited file', () => {
  const source = "import { exec, execSync } from 'node:child_process'\nimport { promisify } from 'node:util'\n"
    + 'const execAsync = promisify(exec)\n'
    + 'export async function list(ref: string, count: number, paths: string[]): Promise<string> {\n'
    + '  const first = execSync(`git log ${ref}`, { encoding: \'utf8\' }).trim()\n'
    + '  const { stdout } = await execAsync(`git log -n ${count} ${paths.join(\' \')}`, { cwd: \'/\' })\n'
    + '  exec(`git log ${ref}`, (error, out) => { if (error) throw new Error(out.trim()) })\n'
    + '  return first + stdout.trim()\n}\n'

  it('compiles under strict settings', () => {
    const outputs = edit(source)
    expect(outputs).toHaveLength(3)
    expect(outputs.flatMap(diagnose)).toEqual([])
  }, 60_000)

  it('no longer runs what a value says', () => {
    const folder = mkdtempSync(join(tmpdir(), 'pass-as-list-'))
    const vulnerable = "const { execSync } = require('node:child_process')\n"
      + 'const name = process.argv[2]\nprocess.stdout.write(execSync(`echo "hello" ${name}`))\n'
    const [edited = ''] = edit(vulnerable)
    const run = (code: string): string => {
      writeFileSync(join(folder, 'server.cjs'), code)
      return execFileSync(process.execPath, ['server.cjs', 'x; touch canary'], { cwd: folder, encoding: 'utf8' })
    }
    try {
      expect(run(edited)).toBe('hello x; touch canary\n')
      expect(existsSync(join(folder, 'canary'))).toBe(false)
      expect(run(vulnerable)).toBe('hello x\n')
      expect(existsSync(join(folder, 'canary'))).toBe(true)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

function diagnose(code: string): string[] {
  const options: ts.CompilerOptions = {
    strict: true, noEmit: true, types: ['node'], module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022,
    skipLibCheck: true,
  }
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists } = host
  host.getSourceFile = (name, target) =>
    name === 'server.mts' ? ts.createSourceFile(name, code, target) : getSourceFile.call(host, name, target)
  host.fileExists = (name) => name === 'server.mts' || fileExists.call(host, name)
  const program = ts.createProgram(['server.mts'], options, host)
  const diagnostics = ts.getPreEmitDiagnostics(program)
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}
