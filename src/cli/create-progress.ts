import type { OutputStream } from './io.ts'

/** How many files pass between two lines where the output is not a terminal. */
const PLAIN_STEP = 100

export interface Progress {
  /** Called before each file, `done` counting from 0. */
  readonly show: (done: number, total: number, file: string) => void
  readonly clear: () => void
}

/** One line that is rewritten on a terminal; elsewhere a plain line now and then, and none for short work. */
export function createProgress(stream: OutputStream): Progress {
  if (!stream.isTTY) {
    return {
      show: (done, total) => {
        if (total > PLAIN_STEP && done % PLAIN_STEP === 0) stream.write(`Reviewing: ${done} of ${total} files\n`)
      },
      clear: () => {},
    }
  }
  const columns = stream.columns ?? 80
  let shown = false
  return {
    show: (done, total, file) => {
      shown = true
      stream.write(`\r\u001B[K${clip(`Reviewing ${done + 1}/${total}  ${file}`, columns - 1)}`)
    },
    clear: () => {
      if (shown) stream.write('\r\u001B[K')
    },
  }
}

// A line that wraps cannot be rewritten, and a file name must not steer the terminal.
function clip(text: string, length: number): string {
  return text.replaceAll(/\p{Cc}/gu, '?').slice(0, length)
}
