import { defineConfig as defineConfig10 } from 'eslint/config'
import type { Linter } from 'eslint'
import { defineConfig as defineConfig9 } from 'eslint9/config'
import { describe, expect, it } from 'vitest'
import plugin from '../../src/index.ts'

// What is claimed here, `npm run typecheck` proves; the expectations show that the calls do something. Only the presets
// meet ESLint 9 here: the plugin's types speak of ESLint 10 in this repository. The packed tarball meets 9 by itself.
describe('the plugin and its presets', () => {
  it('are accepted by defineConfig of ESLint 10', () => {
    const bare = defineConfig10(plugin.configs.recommended)
    const extended = defineConfig10({
      files: ['src/**/*.ts'],
      plugins: { 'secure-mcp': plugin },
      extends: [plugin.configs.strict, 'secure-mcp/all'],
    })
    expect(bare).toHaveLength(3)
    expect(extended.flatMap(({ files }) => files ?? [])).toContainEqual(['src/**/*.ts', '**/*.{ts,mts,cts,tsx}'])
  })

  it('are accepted by defineConfig of ESLint 9', () => {
    expect(defineConfig9(plugin.configs.recommended)).toHaveLength(3)
    const extended = defineConfig9({ files: ['src/**/*.ts'], extends: [plugin.configs.all] })
    expect(extended.flatMap(({ files }) => files ?? [])).toContainEqual(['src/**/*.ts', '**/*.{ts,mts,cts,tsx}'])
  })

  it('are accepted in a plain array', () => {
    const config: Linter.Config[] = [...plugin.configs.recommended, { plugins: { 'secure-mcp': plugin } }]
    expect(config).toHaveLength(4)
  })
})
