/**
 * Options that take no value of their own, so that what follows them is an operand: for git those that mean the same
 * with each subcommand that knows them, short ones only where none takes a value.
 */
const VALUELESS: Readonly<Record<string, RegExp>> = {
  // https://git-scm.com/docs/git-log and the pages of the other subcommands
  git: new RegExp(
    '^(?:--(?:oneline|graph|all|reverse|merges|no-merges|first-parent|follow|abbrev-commit|full-index|no-color|no-ext-diff|no-renames'
    + '|stat|numstat|shortstat|summary|raw|patch|no-patch|name-only|name-status|cached|staged|exit-code|ignore-all-space|binary'
    + '|quiet|verbose|force|bare|mirror|no-checkout|single-branch|no-tags|tags|heads|prune|dry-run|porcelain|line-porcelain|short'
    + '|hard|soft|mixed|detach|delete|list|no-edit|no-ff|ff-only|squash|no-commit|verify|abbrev-ref|symbolic-full-name|no-pager)'
    + '|-(?:[adDqv]|vv))$',
    'u',
  ),
  // https://github.com/BurntSushi/ripgrep/blob/master/GUIDE.md
  rg: new RegExp(
    '^(?:--(?:json|line-number|no-heading|hidden|no-ignore|ignore-case|smart-case|fixed-strings|files-with-matches|count|files|vimgrep)'
    + '|-[ilnFScNHwuU]+)$',
    'u',
  ),
  // https://curl.se/docs/manpage.html
  curl: /^(?:--(?:silent|show-error|location|fail|insecure|head|include|compressed|get|verbose)|-[sSLfkIivG]+)$/u,
}

/** Whether an option of a program leaves the next argument alone; false also where that is not known. */
export function isValuelessOption(program: string, option: string): boolean {
  const name = /([^\\/]+?)(?:\.exe)?$/iu.exec(program)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(VALUELESS, name) && VALUELESS[name]?.test(option) === true
}
