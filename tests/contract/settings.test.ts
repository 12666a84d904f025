import { describe, expect, it } from 'vitest'
import { getSettings } from '../../src/settings.ts'

function read(settings: unknown): unknown {
  return getSettings({ 'secure-mcp': settings })
}

describe('getSettings', () => {
  it('fills in every default', () => {
    expect(read({})).toEqual({
      servers: [],
      sources: [],
      sinks: [],
      sanitizers: [],
      guards: [],
      cache: true,
      limits: { maxSteps: 60_000, maxCallDepth: 16, maxFileLength: 1_500_000 },
    })
  })

  it('gives the defaults where nothing is set', () => {
    expect(getSettings({})).toEqual(read({}))
    expect(getSettings(undefined)).toEqual(read({}))
    expect(getSettings({ react: { version: 'detect' } })).toEqual(read({}))
  })

  it('reads a settings object once', () => {
    const settings = { 'secure-mcp': { cache: false } }
    expect(getSettings(settings)).toBe(getSettings({ ...settings }))
  })

  it('keeps what is set', () => {
    const settings = {
      servers: [
        { module: '@acme/mcp', export: 'createServer', methods: { addTool: 'registerTool', add: { kind: 'prompt', name: 0, handler: 1 } } },
        { module: '@acme/mcp', export: 'tool', methods: {}, registers: 'tool' },
        {
          module: '@acme/mcp', export: 'define', methods: {},
          registers: { kind: 'tool', name: 0, handler: 2, schema: '1.input', description: 1 },
        },
      ],
      sources: [{ module: '@acme/mcp', export: 'readUpload', kind: 'client-result' }],
      sinks: [{ module: '@acme/shell', export: 'run', argument: 1, kind: 'shell-text' }],
      sanitizers: [{ module: '@acme/shell', export: 'quote', clears: ['shell-text', 'argument'] }],
      guards: [{ module: '@acme/files', export: 'a.assertInside', argument: 0, clears: ['path'], proves: 'throws' }],
      cache: false,
      limits: { maxSteps: 1000, maxCallDepth: 4, maxFileLength: 20_000 },
    }
    expect(read(settings)).toEqual(settings)
  })

  it('fills in the defaults of an entry', () => {
    expect(
      read({ servers: [{ module: '@acme/mcp', export: 'Server' }], sources: [{ module: 'qs', export: 'parse' }] }),
    ).toMatchObject({
      servers: [{ module: '@acme/mcp', export: 'Server', methods: {} }],
      sources: [{ module: 'qs', export: 'parse', kind: 'tool-argument' }],
    })
  })

  it('fills in the limits that are not set', () => {
    expect(read({ limits: { maxCallDepth: 3 } })).toMatchObject({ limits: { maxSteps: 60_000, maxCallDepth: 3 } })
  })

  it('refuses settings that are no object', () => {
    expect(() => read('strict')).toThrow(`settings['secure-mcp'] must be an object; got "strict".`)
    expect(() => read(null)).toThrow("settings['secure-mcp'] must be an object; got null.")
    expect(() => read([])).toThrow("settings['secure-mcp'] must be an object; got an empty array.")
  })

  it('refuses an unknown key and lists the known ones', () => {
    expect(() => read({ sink: [] })).toThrow(
      "settings['secure-mcp'].sink is not a known key. " +
        'Known keys: servers, sources, sinks, sanitizers, guards, cache, limits.',
    )
  })

  it('refuses an unknown key of an entry', () => {
    expect(() => read({ sinks: [{ module: 'a', export: 'b', argument: 0, kind: 'path', arg: 1 }] })).toThrow(
      "settings['secure-mcp'].sinks[0].arg is not a known key. Known keys: module, export, argument, kind.",
    )
  })

  it('refuses keys that only the prototype has', () => {
    expect(() => read({ constructor: {} })).toThrow("settings['secure-mcp'].constructor is not a known key.")
  })

  it('refuses a list that is none', () => {
    expect(() => read({ sinks: { module: 'a' } })).toThrow(
      "settings['secure-mcp'].sinks must be an array; got an object.",
    )
  })

  it('refuses an unknown sink kind and lists the kinds', () => {
    expect(() => read({ sinks: [{ module: 'a', export: 'b', argument: 0, kind: 'shell' }] })).toThrow(
      /^settings\['secure-mcp'\]\.sinks\[0\]\.kind must be one of "shell-text", "command", .*; got "shell"\.$/,
    )
  })

  it('refuses a sink without its argument', () => {
    expect(() => read({ sinks: [{ module: 'a', export: 'b', kind: 'path' }] })).toThrow(
      "settings['secure-mcp'].sinks[0].argument must be a whole number of at least 0; got nothing.",
    )
  })

  it('refuses a sanitizer that clears nothing', () => {
    expect(() => read({ sanitizers: [{ module: 'a', export: 'b', clears: [] }] })).toThrow(
      "settings['secure-mcp'].sanitizers[0].clears must be an array of at least 1; got an empty array.",
    )
  })

  it('refuses a proof written as a boolean', () => {
    expect(() =>
      read({ guards: [{ module: 'a', export: 'b', argument: 0, clears: ['path'], proves: true }] }),
    ).toThrow(`settings['secure-mcp'].guards[0].proves must be one of "throws", "true", "false"; got true.`)
  })

  it('refuses a module given by its path', () => {
    expect(() => read({ sources: [{ module: './upload', export: 'read' }] })).toThrow(
      "settings['secure-mcp'].sources[0].module must be the name of a module as import statements write it, " +
        'not a path; got "./upload".',
    )
  })

  it('refuses an export that is no name', () => {
    expect(() => read({ sources: [{ module: 'a', export: 'read()' }] })).toThrow(
      `settings['secure-mcp'].sources[0].export must be the name of an export, such as "runQuery", "default" or ` +
        '"db.raw"; got "read()".',
    )
  })

  it('refuses a method that the SDK does not have', () => {
    expect(() => read({ servers: [{ module: 'a', export: 'b', methods: { add: 'addTool' } }] })).toThrow(
      /^settings\['secure-mcp'\]\.servers\[0\]\.methods\.add must be one of "tool", .*; got "addTool"\.$/,
    )
  })

  it('refuses a place that is no argument', () => {
    const servers = (handler: unknown): unknown => ({ servers: [{ module: 'a', export: 'b', registers: { name: 0, handler } }] })
    expect(() => read(servers('run'))).toThrow(
      "settings['secure-mcp'].servers[0].registers.handler must be the number of an argument, or a property in one, " +
        'such as "1.inputSchema"; got "run".',
    )
    expect(() => read(servers(-1))).toThrow('servers[0].registers.handler must be a whole number of at least 0; got -1.')
    expect(() => read(servers(undefined))).toThrow('got nothing.')
  })

  it('refuses a limit of none', () => {
    expect(() => read({ limits: { maxSteps: 0 } })).toThrow(
      "settings['secure-mcp'].limits.maxSteps must be a whole number of at least 1; got 0.",
    )
    expect(() => read({ limits: { maxSteps: Infinity } })).toThrow('got Infinity.')
  })

  it('refuses a cache that is no flag', () => {
    expect(() => read({ cache: 'off' })).toThrow(`settings['secure-mcp'].cache must be true or false; got "off".`)
  })
})
