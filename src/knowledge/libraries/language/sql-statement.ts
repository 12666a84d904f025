const LEAD = /^(?:[\s(;]|--[^\n]*\n|\/\*[\s\S]*?\*\/)*/u

/** What follows the verb of a statement: prose that begins with the same word has other words there. */
const STATEMENTS = [
  /^select\b[\s\S]*?\b(?:from|where)\b/iu,
  /^select\s+[\w.]+\(/iu,
  /^(?:insert|replace)\s+(?:or\s+\w+\s+|ignore\s+|overwrite\s+)?into\b/iu,
  /^update\b[\s\S]*?\bset\b/iu,
  /^delete\s+from\b/iu,
  /^with\s+(?:recursive\s+)?[\s\S]*?\bas\s*(?:materialized\s*)?\(/iu,
  /^(?:create|alter|drop)\s+[\w\s]*?\b(?:table|view|index|database|schema|user|role|function|procedure|trigger|extension|sequence|type)\b/iu,
  /^truncate\s+(?:table\s+)?\S/iu,
  /^pragma\s+\S/iu,
  /^explain\s+[\s\S]*?\b(?:select|insert|update|delete|with|query\s+plan)\b/iu,
  /^show\s+(?:tables|columns|create|index|indexes|full|databases|schemas|grants|keys|fields)\b/iu,
  /^(?:describe|desc)\s+(?:table\s+)?\S+\s*;?$/iu,
  /^call\s+[\w.]+\s*\(/iu,
  /^(?:exec|execute)\s+[\w.]+\s/iu,
  /^merge\s+into\b/iu,
  /^(?:attach|detach)\s+database\b/iu,
  /^attach\s+'/iu,
  /^copy\b[\s\S]*?\b(?:from|to)\b/iu,
  /^(?:grant|revoke)\b[\s\S]*?\b(?:on|to|from)\b/iu,
  // Cypher.
  /^(?:optional\s+)?match\s*(?:\w+\s*=\s*)?\([\s\S]*?\b(?:return|create|set|delete|detach|merge|with|remove)\b/iu,
  /^(?:create|merge)\s*\(/iu,
  /^unwind\b[\s\S]*?\bas\b/iu,
]

/**
 * True for text that is a statement of SQL or Cypher, holes written as `?`. Keywords stand in one case: a sentence that
 * begins with `Select` does not.
 */
export function isSqlStatement(text: string): boolean {
  const body = text.replace(LEAD, '')
  const verb = /^[a-z]+/iu.exec(body)?.[0] ?? ''
  if (verb !== verb.toUpperCase() && verb !== verb.toLowerCase()) return false
  return STATEMENTS.some((pattern) => pattern.test(body))
}
