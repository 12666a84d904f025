/** The command was called in a way it does not understand; the message is one line and says what was wrong. */
export class UsageError extends Error {
  override name = 'UsageError'
}
