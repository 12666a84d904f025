import type { Capability, SinkKind } from '../../knowledge/kinds.ts'

const CAPABILITIES: Readonly<Partial<Record<SinkKind, Capability>>> = {
  'shell-text': 'executes',
  command: 'executes',
  argument: 'executes',
  code: 'executes',
  path: 'reads-files',
  'query-text': 'database',
  'query-filter': 'database',
  'raw-query': 'database',
  url: 'network',
  'redirected-url': 'network',
  'url-path': 'network',
  'opened-url': 'executes',
}

/** What a call with a sink of this kind can do at least; `undefined` where that is nothing to the world around. */
export function capabilityOf(kind: SinkKind): Capability | undefined {
  return CAPABILITIES[kind]
}
