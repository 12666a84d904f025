/** A kind of argument for which an allow-list of characters can be named, and the list. */
export interface ParameterKind {
  readonly kind: string
  /** Of the words of the argument's name, joined by `_`. */
  readonly names: RegExp
  /** The source of a regular expression without flags; it excludes what makes the kind dangerous. */
  readonly pattern: string
}

/** In order: the first that fits counts. */
const KINDS: readonly ParameterKind[] = [
  { kind: 'a file name', names: /(?:^|_)file_?name$/u, pattern: String.raw`^\w[\w. -]*$` },
  {
    kind: 'a path',
    names: /^(?:.*_)?(?:path|file|filepath|dir|directory|folder|cwd|workdir|workspace_root|repo_path)$/u,
    pattern: String.raw`^(?!.*\.\.)[\w./\\: -]+$`,
  },
  {
    kind: 'a Git reference', names: /^(?:.*_)?(?:branch|ref|refspec|tag_name|commit_sha|sha|commit_hash)$/u,
    pattern: String.raw`^(?!-)(?!.*\.\.)[\w./-]+$`,
  },
  { kind: 'a host', names: /^(?:.*_)?(?:host|hostname|domain|server_name|ip_address)$/u, pattern: String.raw`^[\da-zA-Z][\da-zA-Z.:-]*$` },
  {
    kind: 'an identifier',
    names: /^(?:.*_)?(?:table|column|table_name|column_name|schema_name|database_name|collection|index_name|view_name)$/u,
    pattern: String.raw`^[A-Za-z_]\w*$`,
  },
  {
    kind: 'a name',
    names: /^(?:.*_)?(?:(?:user_?|package_|service_|process_)name|container(?:_name|_id)?|namespace|pod(?:_name)?|device_id|udid)$/u,
    pattern: String.raw`^\w[\w.@/:-]*$`,
  },
  { kind: 'a command', names: /^(?:command|cmd|program|executable|shell|script_name)$/u, pattern: String.raw`^\w[\w.-]*$` },
]

/** The kind that the name of an argument tells of; `undefined` where characters cannot be listed. */
export function resolveParameterKind(name: string): ParameterKind | undefined {
  const words = name.replaceAll(/([a-z\d])([A-Z])/gu, '$1_$2').replaceAll('-', '_').toLowerCase()
  return KINDS.find(({ names }) => names.test(words))
}
