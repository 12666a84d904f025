import type { Analysis } from './finding.ts'
import { firstOfEach } from './first-of-each.ts'
import { keyOfDisclosure } from './key-of-disclosure.ts'
import { joinFailures } from './join-failures.ts'
import { keyOfFinding } from './key-of-finding.ts'

/**
 * What several packages that use the same file say of it, or several runs of the same handler: where they say the same,
 * the first is heard.
 */
export function joinAnalyses(analyses: readonly Analysis[]): Analysis {
  return {
    isMcp: analyses.some(({ isMcp }) => isMcp),
    findings: firstOfEach(analyses.flatMap(({ findings }) => findings), keyOfFinding)
      .sort((a, b) => a.at[0] - b.at[0] || a.kind.localeCompare(b.kind)),
    disclosures: firstOfEach(analyses.flatMap(({ disclosures }) => disclosures), keyOfDisclosure)
      .sort((a, b) => a.at[0] - b.at[0]),
    failures: joinFailures(analyses.flatMap(({ failures }) => failures)),
    process: {
      speaksStdio: analyses.some(({ process }) => process.speaksStdio),
      logsRequests: analyses.some(({ process }) => process.logsRequests),
      replaced: [...new Set(analyses.flatMap(({ process }) => process.replaced))],
      loaded: [...new Set(analyses.flatMap(({ process }) => process.loaded))],
      writers: firstOfEach(analyses.flatMap(({ process }) => process.writers), ({ file, at }) => [file, ...at]),
    },
    environment: firstOfEach(analyses.flatMap(({ environment }) => environment), ({ name, file, at }) => [name, file, ...at]),
    registrations: firstOfEach(analyses.flatMap(({ registrations }) => registrations), ({ registration }) => (
      [registration.file, ...registration.at, registration.kind, registration.name])),
    rawReads: firstOfEach(analyses.flatMap(({ rawReads }) => rawReads), ({ file, at, tool }) => [file, ...at, tool]),
    listedTools: firstOfEach(analyses.flatMap(({ listedTools }) => listedTools), ({ file, at, name }) => [file, ...at, name]),
    declarations: firstOfEach(analyses.flatMap(({ declarations }) => declarations), ({ file, at, kind, name }) => (
      [file, ...at, kind, name])),
  }
}
