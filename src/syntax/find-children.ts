import type { SourceCode } from 'eslint'
import type { Node } from 'estree'

/** The nodes directly below a node, in the order of the text. */
export function findChildren(sourceCode: SourceCode, node: Node): Node[] {
  return (sourceCode.visitorKeys[node.type] ?? []).flatMap((key) => {
    // A visitor key names a child, a list with holes, or nothing; no type of ESTree says so by key.
    const child = (node as unknown as Record<string, Node | (Node | null)[] | null | undefined>)[key]
    return Array.isArray(child) ? child.filter((item) => item !== null) : (child ?? [])
  })
}
