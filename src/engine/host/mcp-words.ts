import { closeSync, openSync, readSync } from 'node:fs'
import { posix } from 'node:path'
import createDebug from 'debug'
import type { KnowledgeIndex } from '../knowledge-index.ts'

const debug = createDebug('secure-mcp:host')

const SCOPE = '@modelcontextprotocol/'
/** Imports stand at the beginning of a file. */
const BEGINNING = 16_384
const LIKELY = /(?:^|[^a-z])(?:index|main|server|app|cli|mcp|tools?|handlers?)(?:[^a-z]|$)/iu

/** Tells by names whether a manifest or a text has to do with MCP. */
export class McpWords {
  private readonly index: KnowledgeIndex
  private readonly inText: RegExp

  constructor(index: KnowledgeIndex) {
    this.index = index
    const names = [...index.dialectModules].map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&'))
    const words = [...index.dialectWords].map((word) => `\\b${word}\\b`)
    this.inText = new RegExp([`["'](?:${SCOPE}|(?:${names.join('|')})["'])`, ...words].join('|'), 'u')
  }

  inDependencies(dependencies: ReadonlySet<string>): boolean {
    for (const name of dependencies) if (this.index.dialectModules.has(name) || name.startsWith(SCOPE)) return true
    return false
  }

  in(text: string): boolean {
    return this.inText.test(text)
  }

  /** Whether the beginning of one of the files names MCP; those whose names promise it come first, up to `maxProbes`. */
  inFiles(paths: readonly string[], maxProbes: number): boolean {
    if (paths.length > maxProbes) debug('only %d of %d files are asked whether they name MCP', maxProbes, paths.length)
    const likely = (path: string): number => (LIKELY.test(posix.basename(path)) ? 0 : 1)
    return paths.slice().sort((a, b) => likely(a) - likely(b)).slice(0, maxProbes).some((path) => this.in(readBeginning(path)))
  }
}

function readBeginning(path: string): string {
  try {
    const file = openSync(path, 'r')
    try {
      const bytes = Buffer.alloc(BEGINNING)
      return bytes.toString('utf8', 0, readSync(file, bytes))
    } finally {
      closeSync(file)
    }
  } catch {
    return ''
  }
}
