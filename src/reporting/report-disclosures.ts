import type { Rule, SourceCode } from 'eslint'
import type { Node } from 'estree'
import type { Disclosure } from '../engine/findings/disclosure.ts'
import type { Channel, ConfidentialKind } from '../knowledge/kinds.ts'
import { unwrap } from '../syntax/unwrap.ts'
import { findProperty } from './declared-nodes.ts'
import { fileAnalysis } from './file-analysis.ts'
import { locate } from './locate.ts'
import { nodeAt } from './node-at.ts'

/** Which disclosures a rule judges. */
export interface DisclosureQuery {
  readonly kinds: readonly ConfidentialKind[]
  readonly channels: readonly Channel[]
}

/** What is let out in the file under lint, and the expression that carries it; one for each place. */
export interface DisclosedNode {
  readonly disclosure: Disclosure
  readonly node: Node | undefined
}

/** Hands over the disclosures of a query, the first at each place; `judge` reports what it takes for a fault. */
export function reportDisclosures(
  context: Rule.RuleContext, query: DisclosureQuery, judge: (item: DisclosedNode) => Judged | undefined,
): Rule.RuleListener {
  return {
    'Program:exit'() {
      const seen = new Set<string>()
      for (const disclosure of fileAnalysis(context).disclosures) {
        if (!query.kinds.includes(disclosure.kind) || !query.channels.includes(disclosure.channel)) continue
        const node = findNode(context.sourceCode, disclosure)
        const range = node ? context.sourceCode.getRange(node) : disclosure.at
        const judged = seen.has(range.join()) ? undefined : judge({ disclosure, node })
        if (!judged) continue
        seen.add(range.join())
        context.report({ loc: locate(context.sourceCode, range), ...judged })
      }
    },
  }
}

/** What a rule says of a disclosure. */
export interface Judged {
  readonly messageId: string
  readonly data: Readonly<Record<string, string>>
  readonly suggest: Rule.SuggestionReportDescriptor[]
}

function findNode(sourceCode: SourceCode, { at, property }: Disclosure): Node | undefined {
  const found = nodeAt(sourceCode, at)
  const node = found && unwrap(found)
  if (property === undefined || node?.type !== 'ObjectExpression') return node
  return findProperty(node, property)?.value ?? node
}
