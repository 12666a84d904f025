import type { LeftOut } from './review-report.ts'

/**
 * What a server was seen to offer. `--json` prints exactly this; fields are added but neither renamed nor removed while
 * `version` stays the same. Paths are relative to `folder` and written with `/`; lines count from 1.
 */
export interface InventoryReport {
  readonly version: 1
  /** Absolute path of the folder. */
  readonly folder: string
  /** How many files were looked at, those of `unread` included. */
  readonly files: number
  /** Ordered by kind, file, line and name. */
  readonly entries: readonly InventoryEntry[]
  readonly unread: readonly InventoryUnread[]
  readonly leftOut: LeftOut
}

export type InventoryKind =
  | 'tool' | 'prompt' | 'resource' | 'resource-template'
  /** What answers a request of the protocol: one handler for all tools, a list, a completion, a method of its own. */
  | 'request'

/** What a handler can do to the world around it. */
export type InventoryCapability = 'executes' | 'reads-files' | 'writes-files' | 'network' | 'database'

export interface InventoryEntry {
  readonly kind: InventoryKind
  /** `null` where it is computed. Of a request it is the method, such as `tools/call`. */
  readonly name: string | null
  /** The way of registering, by the name of its dialect, such as `sdk-v1`. */
  readonly dialect: string
  readonly file: string
  readonly line: number
  /** True for a tool that a low-level server lists: one handler answers for all of them. */
  readonly isListed: boolean
  /** The text shown to the model, unknown parts left blank. */
  readonly description: string | null
  /**
   * `enforced`: checked before the handler runs. `advertised`: told to the client, checked by nothing that was seen.
   * `none`: there is none. `unknown`: there may be one.
   */
  readonly schema: 'enforced' | 'advertised' | 'none' | 'unknown'
  /** The names of the parameters; `null` where they are not known. */
  readonly parameters: readonly string[] | null
  /** The annotations that are constants; `null` where there are none. */
  readonly annotations: Readonly<Record<string, string | number | boolean | null>> | null
  /** `isInline` where the function stands in the registration itself; without a name of its own it has the empty one. */
  readonly handlers: readonly { readonly name: string; readonly file: string; readonly line: number; readonly isInline: boolean }[]
  /** What its handlers can do. For a listed tool: what its branch of the dispatch can do. */
  readonly capabilities: readonly InventoryCapability[]
  readonly effects: readonly InventoryEffect[]
}

/** A call that does something to the world around the server. */
export interface InventoryEffect {
  readonly capability: InventoryCapability
  /** Given where it is certain that something lasting is changed. */
  readonly change: 'writes' | 'deletes' | null
  readonly call: string
  readonly file: string
  readonly line: number
  /** The functions between the handler and the call, outermost first. */
  readonly route: readonly string[]
}

/** A file of which nothing is known. */
export interface InventoryUnread {
  readonly file: string
  readonly reason: 'unreadable' | 'too-long' | 'unparsed' | 'failed'
}
