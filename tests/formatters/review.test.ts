import { describe, expect, it } from 'vitest'
import { formatReview } from '../../src/formatters/review.ts'
import type { ReviewFinding, ReviewReport } from '../../src/formatters/review-report.ts'
import type { Style } from '../../src/formatters/style.ts'

const injection: ReviewFinding = {
  file: 'src/git.ts',
  line: 31,
  column: 22,
  endLine: 31,
  endColumn: 48,
  severity: 'critical',
  rule: 'secure-mcp/no-command-injection',
  message: '`ref` of tool git_log (src/git.ts:24) reaches execSync through runGit. Pass it as a separate argument.',
  cwe: [78],
  owasp: ['MCP05'],
  checklist: ['command/no-shell'],
  url: null,
  switchedOff: null,
}

const option: ReviewFinding = {
  ...injection,
  file: 'src/build.ts',
  line: 7,
  column: 3,
  severity: 'high',
  rule: 'secure-mcp/no-shell-option',
  message: 'A shell starts here.',
}

const report: ReviewReport = {
  version: 1,
  folder: '/srv/notes',
  preset: 'strict',
  files: 6,
  findings: [],
  failures: [],
  leftOut: { tests: [], buildOutput: [], minified: [] },
  summary: { severity: { critical: 0, high: 0, medium: 0, low: 0 }, rules: [] },
}

const withFindings: ReviewReport = {
  ...report,
  findings: [option, injection],
  summary: {
    severity: { critical: 1, high: 1, medium: 0, low: 0 },
    rules: [
      { rule: 'secure-mcp/no-command-injection', severity: 'critical', count: 1 },
      { rule: 'secure-mcp/no-shell-option', severity: 'high', count: 1 },
    ],
  },
}

const tagged: Style = (format, text) => `<${[format].flat().join(' ')}>${text}</>`

describe('formatReview', () => {
  it('says so when there is nothing to report', () => {
    expect(formatReview(report)).toBe(`Reviewed 6 files in /srv/notes with the strict preset.

No findings in 6 files.
`)
  })

  it('groups findings by file, aligns their columns and wraps messages', () => {
    expect(formatReview(withFindings, { folder: 'notes', width: 80 })).toBe(
      `Reviewed 6 files in notes with the strict preset.

src/build.ts

    7:3  high      no-shell-option  CWE-78
                   A shell starts here.

src/git.ts

  31:22  critical  no-command-injection  CWE-78
                   \`ref\` of tool git_log (src/git.ts:24) reaches execSync
                   through runGit. Pass it as a separate argument.

2 findings in 2 of 6 files: 1 critical, 1 high

  critical  no-command-injection  1
  high      no-shell-option       1
`,
    )
  })

  it('names a severity once in the summary', () => {
    const text = formatReview({
      ...withFindings,
      summary: {
        severity: { critical: 12, high: 0, medium: 0, low: 0 },
        rules: [
          { rule: 'secure-mcp/no-path-traversal', severity: 'critical', count: 11 },
          { rule: 'secure-mcp/no-command-injection', severity: 'critical', count: 1 },
        ],
      },
    })
    expect(text).toContain(`  critical  no-path-traversal     11
            no-command-injection   1
`)
  })

  it('marks a finding that a comment switches off, with its reason', () => {
    const text = formatReview({
      ...withFindings,
      findings: [{ ...option, switchedOff: { justification: 'reviewed in March' } }],
    })
    expect(text).toContain(`A shell starts here.
                 A comment switches this off: reviewed in March
`)
    expect(text).toContain('1 finding switched off by comments, counted all the same.')
  })

  it('says when the comment gives no reason', () => {
    const text = formatReview({ ...withFindings, findings: [{ ...option, switchedOff: { justification: '' } }] })
    expect(text).toContain('A comment switches this off and gives no reason.')
  })

  it('shows a file that does not parse among the others', () => {
    const text = formatReview({
      ...withFindings,
      failures: [{ file: 'src/draft.ts', kind: 'parse', line: 4, column: 1, message: "Parsing error: ';' expected." }],
    })
    expect(text).toContain(`src/draft.ts

    4:1  not read  The file does not parse.
                   Parsing error: ';' expected.
`)
    expect(text).toContain('1 file could not be reviewed; the counts do not speak for them.')
  })

  it('does not speak of files that could not be reviewed as clean', () => {
    const text = formatReview({
      ...report,
      failures: [{ file: 'a.ts', kind: 'crash', line: null, column: null, message: 'Rule x failed: boom' }],
    })
    expect(text).toContain('No findings in 5 files.')
    expect(text).toContain(`    not read  A rule failed on this file.
              Rule x failed: boom
`)
  })

  it('says what was left out', () => {
    const leftOut = { tests: ['a.test.ts'], buildOutput: ['dist/a.js', 'dist/b.js'], minified: ['web/app.min.js'] }
    expect(formatReview({ ...report, leftOut }, { width: 200 })).toContain(
      'Left out: 1 test file, 2 files of build output whose sources are here, 1 minified file.',
    )
  })

  it('lets no control or direction character of the reviewed server through', () => {
    const text = formatReview({
      ...withFindings,
      findings: [{ ...option, message: 'tool \u001B[2Jclear\u202E\nnext' }],
    })
    expect(text).toContain('tool \uFFFD[2Jclear\uFFFD next')
  })

  it('marks text only after it is aligned', () => {
    const text = formatReview(withFindings, { style: tagged })
    expect(text).toContain('<underline>src/git.ts</>')
    expect(text).toContain('    7:3  <red>high    </>  <bold>no-shell-option</>  <dim>CWE-78</>')
    expect(text).toContain('<bold>2 findings</> in 2 of 6 files: <bold red>1 critical</>, <red>1 high</>')
  })
})
