import type { Analysis } from './finding.ts'
import { keyOfDisclosure } from './key-of-disclosure.ts'

/** What several packages that use the same file say of it; where they say the same, the first is heard. */
export function joinAnalyses(analyses: readonly Analysis[]): Analysis {
  return {
    isMcp: analyses.some(({ isMcp }) => isMcp),
    findings: once(analyses.flatMap(({ findings }) => findings), ({ file, at, kind }) => [file, ...at, kind])
      .sort((a, b) => a.at[0] - b.at[0] || a.kind.localeCompare(b.kind)),
    disclosures: once(analyses.flatMap(({ disclosures }) => disclosures), keyOfDisclosure),
    process: {
      speaksStdio: analyses.some(({ process }) => process.speaksStdio),
      replaced: [...new Set(analyses.flatMap(({ process }) => process.replaced))],
      loaded: [...new Set(analyses.flatMap(({ process }) => process.loaded))],
    },
    registrations: once(analyses.flatMap(({ registrations }) => registrations), ({ registration }) => (
      [registration.file, ...registration.at, registration.kind, registration.name])),
    rawReads: once(analyses.flatMap(({ rawReads }) => rawReads), ({ file, at, tool }) => [file, ...at, tool]),
    listedTools: once(analyses.flatMap(({ listedTools }) => listedTools), ({ file, at }) => [file, ...at]),
    declarations: once(analyses.flatMap(({ declarations }) => declarations), ({ file, at, kind, name }) => [file, ...at, kind, name]),
  }
}

function once<Item>(items: readonly Item[], partsOf: (item: Item) => readonly unknown[]): Item[] {
  const kept = new Map<string, Item>()
  for (const item of items) {
    const key = JSON.stringify(partsOf(item))
    if (!kept.has(key)) kept.set(key, item)
  }
  return [...kept.values()]
}
