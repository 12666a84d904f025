/** What a sink is: the way in which a value does harm there. A closed union; every barrier names the kinds it clears. */
export const SINK_KINDS = {
  'shell-text': { cwe: 78, meaning: 'text that a shell parses' },
  command: { cwe: 77, meaning: 'the program to run, or the whole command line' },
  argument: { cwe: 88, meaning: 'one element of an argument list' },
  code: { cwe: 94, meaning: 'text that is compiled and run' },
  path: { cwe: 22, meaning: 'a file system path' },
  'query-text': { cwe: 89, meaning: 'the text of a database query' },
  'raw-query': { cwe: 89, meaning: 'a whole database statement' },
  'query-filter': { cwe: 943, meaning: 'a whole query object, operators included' },
  url: { cwe: 918, meaning: 'the address of a request' },
  'redirected-url': { cwe: 918, meaning: 'the address of a request that follows redirects to other hosts' },
  'opened-url': { cwe: 601, meaning: 'an address that the system opens with the program of its scheme' },
  'url-path': { cwe: 22, meaning: 'the path of a request to a host that is fixed' },
  'regex-pattern': { cwe: 1333, meaning: 'the text of a regular expression' },
  'property-key': { cwe: 1321, meaning: 'the name of a property that is written' },
} as const satisfies Record<string, { cwe: number; meaning: string }>

export type SinkKind = keyof typeof SINK_KINDS

/** What a handler can do to the world around it. */
export const CAPABILITIES = {
  executes: { meaning: 'runs programs or code' },
  'reads-files': { meaning: 'reads files' },
  'writes-files': { meaning: 'writes or deletes files' },
  network: { meaning: 'sends requests' },
  database: { meaning: 'queries a database' },
} as const satisfies Record<string, { meaning: string }>

export type Capability = keyof typeof CAPABILITIES

/** Where untrusted data enters. */
export const SOURCE_KINDS = {
  'tool-argument': { meaning: 'an argument of a tool call, chosen by the model' },
  'prompt-argument': { meaning: 'an argument of a prompt' },
  'resource-uri': { meaning: 'the URI of a resource request, or a variable of its template' },
  'request-field': { meaning: 'any other field of a request that the client fills' },
  'client-result': { meaning: 'what the client answers to elicitation or sampling' },
  'server-result': { meaning: 'what a server answers to a client, or asks of it' },
  'archive-entry': { meaning: 'the name of an entry of an archive, chosen by whoever made it' },
} as const satisfies Record<string, { meaning: string }>

export type SourceKind = keyof typeof SOURCE_KINDS

/** What is not for everyone who may read an answer or a log. */
export const CONFIDENTIAL_KINDS = {
  secret: { meaning: 'a credential of the server' },
  credential: { meaning: 'a credential of whoever calls, or one that an object holds' },
  environment: { meaning: 'every environment variable' },
  error: { meaning: 'the text of an error that the package did not make' },
  stack: { meaning: 'the stack trace of an error' },
  asked: { meaning: 'a secret that the user is asked for' },
} as const satisfies Record<string, { meaning: string }>

export type ConfidentialKind = keyof typeof CONFIDENTIAL_KINDS

/** Ways out. They are no sinks: what is untrusted does no harm there, and what is confidential none at a sink. */
export const CHANNELS = {
  response: { meaning: 'what a handler returns, or throws, to the client' },
  'http-response': { meaning: 'the body of an HTTP response' },
  notification: { meaning: 'a log message that is sent to the client' },
  'error-text': { meaning: 'the text of an error' },
  log: { meaning: 'a log of the server' },
  form: { meaning: 'a form that the client shows its user' },
} as const satisfies Record<string, { meaning: string }>

export type Channel = keyof typeof CHANNELS
