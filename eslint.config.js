import js from '@eslint/js'
import stylistic from '@stylistic/eslint-plugin'
import vitest from '@vitest/eslint-plugin'
import { defineConfig, globalIgnores } from 'eslint/config'
import eslintPlugin from 'eslint-plugin-eslint-plugin'
import n from 'eslint-plugin-n'
import regexp from 'eslint-plugin-regexp'
import tseslint from 'typescript-eslint'
import { importArrows } from './tools/lint/import-arrows.js'

const DISK = ['node:fs', 'node:fs/promises', 'node:module', 'node:child_process', 'node:http', 'node:https', 'node:net']

export default defineConfig(
  // Fixture packages, samples, the exploited servers and the benchmark's are what rules are tried on: faults are their purpose.
  globalIgnores([
    'dist/', 'coverage/', 'examples/', 'tests/packages/', 'tests/fixtures/', 'tests/e2e/exploits/servers/', 'tests/corpus/',
    'tools/bench/seed/',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },
  js.configs.recommended,
  tseslint.configs.strict,
  n.configs['flat/recommended-module'],
  {
    name: 'house',
    plugins: { house: { rules: { 'import-arrows': importArrows } }, '@stylistic': stylistic },
    settings: { n: { convertPath: [{ include: ['src/**/*.ts'], replace: ['^src/(.+)\\.ts$', 'dist/$1.js'] }] } },
    rules: {
      'house/import-arrows': 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } }],
      'max-lines': ['error', { max: 300 }],
      'prefer-const': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // A walk over linked layers starts at the object itself.
      '@typescript-eslint/no-this-alias': ['error', { allowedNames: ['layer', 'state'] }],
      // tsc resolves the imports, and knows the `.ts` extension.
      'n/no-missing-import': 'off',
      // The CLI sets an exit code; nothing else may end the process.
      'n/no-process-exit': 'error',
      'n/no-unpublished-import': ['error', { ignoreTypeImport: true }],
      'n/prefer-node-protocol': 'error',
      // Present and silent since Node 20.12 and 20.15; the plugin counts from the releases that called them stable.
      'n/no-unsupported-features/node-builtins': ['error', { ignores: ['util.styleText', 'zlib.crc32'] }],
      '@stylistic/semi': ['error', 'never', { beforeStatementContinuationChars: 'always' }],
      '@stylistic/quotes': ['error', 'single', { avoidEscape: true, allowTemplateLiterals: 'avoidEscape' }],
      '@stylistic/max-len': ['error', { code: 140 }],
      '@stylistic/eol-last': 'error',
      '@stylistic/no-trailing-spaces': 'error',
    },
  },
  {
    name: 'house/source',
    files: ['src/**', 'tools/**'],
    // Not in tests, where odd patterns are what the code under test must read.
    extends: [regexp.configs['flat/recommended']],
    rules: { 'max-lines-per-function': ['error', { max: 70, skipComments: true, skipBlankLines: true }] },
  },
  {
    name: 'house/rules',
    files: ['src/rules/*.ts'],
    ignores: ['src/rules/index.ts'],
    extends: [eslintPlugin.configs['rules-recommended']],
    rules: {
      'max-lines': ['error', { max: 150 }],
      'no-restricted-exports': 'off',
      // Suggestions are passed to a reporter, out of this rule's sight; ESLint itself throws on undeclared ones.
      'eslint-plugin/require-meta-has-suggestions': 'off',
      // Likewise messages.
      'eslint-plugin/no-unused-message-ids': 'off',
      'eslint-plugin/require-meta-languages': 'error',
      'eslint-plugin/require-meta-default-options': 'error',
      'eslint-plugin/require-meta-schema-description': 'error',
    },
  },
  {
    name: 'house/knowledge',
    files: ['src/knowledge/**'],
    ignores: ['src/knowledge/index.ts'],
    rules: { 'max-lines': ['error', { max: 250 }] },
  },
  {
    name: 'house/generated',
    files: ['src/{rules,knowledge}/index.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    name: 'house/disk',
    files: ['src/{rules,reporting,knowledge,engine,syntax,formatters}/**'],
    ignores: ['src/engine/host/**'],
    rules: { 'no-restricted-imports': ['error', { paths: DISK.map((name) => ({ name, message: 'Ask the host.' })) }] },
  },
  {
    name: 'house/tests',
    files: ['tests/**'],
    extends: [vitest.configs.recommended],
    rules: {
      'max-lines': ['error', { max: 600 }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-empty-character-class': 'off',
      'vitest/no-disabled-tests': 'error',
      'vitest/no-focused-tests': 'error',
      // Rule testers and support functions expect on behalf of a test.
      'vitest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*'] }],
    },
  },
  {
    name: 'house/rule-tests',
    files: ['tests/rules/*.test.ts'],
    extends: [eslintPlugin.configs['tests-recommended']],
    settings: { 'eslint-plugin': { ruleTesterConstructors: ['ruleTester'] } },
    rules: { 'eslint-plugin/consistent-output': ['error', 'always'] },
  },
  {
    name: 'house/entry-points',
    files: ['src/index.ts', 'src/formatters/*.ts', '*.config.{js,ts}'],
    rules: { 'no-restricted-exports': 'off' },
  },
)
