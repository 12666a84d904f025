/** What holds the methods of a log: `logger.error`, `this.auditLog.write`. */
const OWNER = /^_?(?:[a-z]\w*(?:Logger|Log)|log|logs|logger|logging|console|audit|auditor|telemetry|[sS]entry|tracer|span)$/u
/** Functions that are called for what they do: `logError`, `auditAccess`, `captureException`. */
const DEED = new RegExp([
  '^_?(?:log|audit|debug|warn|trace|track)(?:[A-Z_]\\w*)?$',
  '^_?(?:capture|report|record|emit)(?:Exception|Error|Failure|Event|Message|Audit|Log|Telemetry|Metric|Security|Rejection|Denial)\\w*$',
  '^_?[a-z]\\w*(?:Log|Audit)$',
].join('|'), 'u')
/** Of something else these are other things: `git.log`, `Math.log`, `page.track`. */
const BARE = /^_?(?:log|audit|debug|warn|trace|track)$/u

/** Whether what a callee is called in the text tells that a call of it logs something. */
export function isLogName(callee: string): boolean {
  const names = callee.split('.').filter((name) => name !== 'this')
  const last = names.at(-1) ?? ''
  if (names.slice(0, -1).some((name) => OWNER.test(name))) return true
  return DEED.test(last) && (names.length === 1 || !BARE.test(last))
}
