import type { SinkKind } from '../../knowledge/kinds.ts'
import type { Range } from '../facts/ir.ts'
import type { StdioUse } from '../confidential-rows.ts'
import type { Source } from '../flow/source.ts'
import type { Capability } from '../../knowledge/kinds.ts'
import type { Declaration, HandlerEffect } from '../registrations/declaration.ts'
import type { Disclosure } from './disclosure.ts'
import type { EnvironmentVariable } from './find-variables.ts'
import type { Failure } from './failure.ts'
import type { HandlerPlace } from '../registrations/handler-places.ts'
import type { Registration, SchemaState } from '../registrations/registration.ts'

/** One source that reaches one sink. */
export interface Finding {
  readonly kind: SinkKind
  /** The file of the sink. */
  readonly file: string
  /** The argument (or tagged template) that carries the value. */
  readonly at: Range
  /** The whole call at the sink. */
  readonly callAt: Range
  /** What the text calls the sink: `execSync`, `db.query`. */
  readonly sink: string
  readonly source: Source
  /** The names below the source, outermost first; `*` is any element. */
  readonly path: readonly string[]
  /** The tool, prompt or resource that is on the way; `undefined` where its name is computed. */
  readonly tool: string | undefined
  readonly registration: Registration
  /** The functions between the handler and the sink, outermost first. */
  readonly route: readonly string[]
}

/** A property of arguments that nothing parsed or checked, where it is first read. */
export interface RawRead {
  readonly file: string
  readonly at: Range
  readonly name: string
  readonly tool: string | undefined
  readonly registration: Registration
}

/** A tool as a low-level server lists it. */
export interface ListedTool {
  readonly name: string | undefined
  readonly hasSchema: boolean
  readonly file: string
  readonly at: Range
}

/** A registration together with what its handlers read of their arguments. */
export interface RegistrationUse {
  readonly registration: Registration
  readonly schemaState: SchemaState
  /** Names read from the arguments of a handler that has no schema. */
  readonly reads: readonly string[]
  /** What its handlers can do to the world around them, and every place where they do. */
  readonly capabilities: readonly Capability[]
  readonly effects: readonly HandlerEffect[]
  readonly handlers: readonly HandlerPlace[]
}

/** A call that uses standard input and output. */
export interface Stream {
  readonly use: StdioUse
  readonly file: string
  readonly at: Range
  /** What the text calls it by. */
  readonly callee: string
}

/** What is known of the process that the server is. */
export interface ServerProcess {
  /** True where it speaks to its client over standard input and output. */
  readonly speaksStdio: boolean
  /** True where something logs every request that comes over HTTP. */
  readonly logsRequests: boolean
  /** Members of the platform that the files of its transport assign to: `console.log`. */
  readonly replaced: readonly string[]
  /** The files that the files of its transport load, and these themselves. */
  readonly loaded: readonly string[]
  /** What the set-up makes that writes to standard output: loggers. */
  readonly writers: readonly Stream[]
}

export interface Analysis {
  /** True where the package has to do with MCP at all. */
  readonly isMcp: boolean
  readonly findings: readonly Finding[]
  readonly disclosures: readonly Disclosure[]
  readonly failures: readonly Failure[]
  readonly registrations: readonly RegistrationUse[]
  readonly rawReads: readonly RawRead[]
  readonly listedTools: readonly ListedTool[]
  /** What the whole package declares, in the order in which it does. */
  readonly declarations: readonly Declaration[]
  readonly process: ServerProcess
  /** The variables of the environment that the whole package reads. */
  readonly environment: readonly EnvironmentVariable[]
}
