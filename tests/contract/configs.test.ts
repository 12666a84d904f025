import { describe, expect, it } from 'vitest'
import { createConfigs } from '../../src/configs.ts'
import { createRule } from '../../src/create-rule.ts'
import type { Preset, SecureMcpRule, Severity } from '../../src/create-rule.ts'
import plugin from '../../src/index.ts'

function rule(name: string, severity: Severity, preset: Preset): SecureMcpRule {
  const docs = { description: '', severity, preset, checklist: [], cwe: [], owasp: [] }
  return createRule({ name, meta: { docs }, create: () => ({}) })
}

const configs = createConfigs(plugin, {
  'no-a': rule('no-a', 'critical', 'recommended'),
  'no-b': rule('no-b', 'high', 'recommended'),
  'no-c': rule('no-c', 'medium', 'recommended'),
  'no-d': rule('no-d', 'low', 'recommended'),
  'no-e': rule('no-e', 'high', 'strict'),
  'no-f': rule('no-f', 'low', 'strict'),
  'no-g': rule('no-g', 'critical', 'project'),
})

describe('recommended', () => {
  it('carries the recommended rules, critical and high as errors, the others as warnings', () => {
    expect(configs.recommended.at(-1)?.rules).toEqual({
      'secure-mcp/no-a': 'error',
      'secure-mcp/no-b': 'error',
      'secure-mcp/no-c': 'warn',
      'secure-mcp/no-d': 'warn',
    })
  })

  it('names each of its configs and the files of each', () => {
    expect(configs.recommended.map(({ name, files }) => [name, files])).toEqual([
      ['secure-mcp/recommended/typescript', ['**/*.{ts,mts,cts,tsx}']],
      ['secure-mcp/recommended/javascript', ['**/*.{js,mjs,cjs,jsx}']],
      ['secure-mcp/recommended', ['**/*.{ts,mts,cts,tsx,js,mjs,cjs,jsx}']],
    ])
  })

  it('carries the plugin that was given', () => {
    expect(configs.recommended.at(-1)?.plugins?.['secure-mcp']).toBe(plugin)
  })
})

describe('strict', () => {
  it('contains recommended', () => {
    expect(configs.strict.at(-1)?.rules).toEqual({
      'secure-mcp/no-a': 'error',
      'secure-mcp/no-b': 'error',
      'secure-mcp/no-c': 'warn',
      'secure-mcp/no-d': 'warn',
      'secure-mcp/no-e': 'error',
      'secure-mcp/no-f': 'warn',
    })
  })

  it('names its configs after itself', () => {
    expect(configs.strict.map(({ name }) => name)).toEqual([
      'secure-mcp/strict/typescript',
      'secure-mcp/strict/javascript',
      'secure-mcp/strict',
    ])
  })
})

describe('all', () => {
  it('contains everything but the rules for JSON files', () => {
    expect(Object.keys(configs.all.at(-1)?.rules ?? {})).toEqual([
      'secure-mcp/no-a',
      'secure-mcp/no-b',
      'secure-mcp/no-c',
      'secure-mcp/no-d',
      'secure-mcp/no-e',
      'secure-mcp/no-f',
    ])
  })
})

describe('the published presets', () => {
  it('carry these rules at these levels', () => {
    const { recommended, strict, all } = plugin.configs
    expect({
      recommended: recommended.at(-1)?.rules,
      strict: strict.at(-1)?.rules,
      all: all.at(-1)?.rules,
    }).toMatchSnapshot()
  })
})
