import { readFileSync, writeSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import process from 'node:process'
import { ESLint } from 'eslint'
import { median } from './median.js'

/** @typedef {import('./lint-job.ts').LintJob} LintJob */

const TYPESCRIPT_FILES = ['**/*.{ts,mts,cts,tsx}']
const JAVASCRIPT_FILES = ['**/*.{js,mjs,cjs,jsx}']
/** Keystrokes until the compiler of the runtime has settled, and those that are measured. */
const SETTLING = 15
const MEASURED = 25

const job = /** @type {LintJob} */ (JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')))
const hasTypeScript = job.files.some((file) => /\.[cm]?tsx?$/.test(file))
// Both sides load it here, so that it does not count as the plugin's.
const parser = hasTypeScript ? await import('@typescript-eslint/parser') : undefined
const overrideConfig = job.plugin === undefined ? doNothing() : (await import(job.plugin)).default.configs[job.preset]
const eslint = new ESLint({ cwd: job.cwd, overrideConfigFile: true, overrideConfig, globInputPaths: false, warnIgnored: false })
const loadCpu = cpuTime()

const keystroke = job.typing ? await type(job.typing, job.files[0] ?? '') : undefined
const results = job.typing ? [] : await eslint.lintFiles([...job.files])
const messages = results.reduce((sum, result) => sum + result.messages.length, 0)

// Registered after all others: what the plugin does when the process ends counts too.
process.on('exit', () => {
  const peakMemory = process.resourceUsage().maxRSS / 1024
  writeSync(1, JSON.stringify({ loadCpu, cpu: cpuTime(), wall: performance.now(), peakMemory, messages, keystroke }))
})

/** @returns {import('eslint').Linter.Config[]} as complete as a preset of the plugin */
function doNothing() {
  return [
    ...(parser ? [{ files: TYPESCRIPT_FILES, languageOptions: { parser } }] : []),
    { files: JAVASCRIPT_FILES, languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
    {
      files: [...TYPESCRIPT_FILES, ...JAVASCRIPT_FILES],
      plugins: { bench: { rules: { nothing: { create: () => ({}) } } } },
      rules: { 'bench/nothing': 'error' },
    },
  ]
}

/**
 * @param {import('./keystroke.ts').Keystroke} keystroke
 * @param {string} filePath
 */
async function type({ before, after }, filePath) {
  const cpu = []
  const wall = []
  let typed = ''
  for (let count = 0; count < SETTLING + MEASURED; count += 1) {
    typed += String.fromCodePoint(97 + (count % 26))
    const cpuBefore = cpuTime()
    const wallBefore = performance.now()
    await eslint.lintText(before + typed + after, { filePath })
    if (count < SETTLING) continue
    cpu.push(cpuTime() - cpuBefore)
    wall.push(performance.now() - wallBefore)
  }
  return { cpu: median(cpu), wall: median(wall) }
}

function cpuTime() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
