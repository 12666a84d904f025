const WINDOW_MS = 60_000
const CALLS_PER_WINDOW = 60

const calls = new Map<string, number[]>()

/** Whether a tool may run once more now; counts the call if so. */
export function takeCall(tool: string): boolean {
  const now = Date.now()
  const recent = (calls.get(tool) ?? []).filter((time) => now - time < WINDOW_MS)
  if (recent.length >= CALLS_PER_WINDOW) {
    calls.set(tool, recent)
    return false
  }
  calls.set(tool, [...recent, now])
  return true
}
