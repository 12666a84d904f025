/**
 * Programs that an option makes run something else, write a file or talk to somebody else, each with one such option
 * and where it is described. For others a stray option is a nuisance.
 */
const OPTION_PROGRAMS: Readonly<Record<string, { readonly option: string; readonly source: string }>> = {
  git: { option: '--upload-pack', source: 'https://git-scm.com/docs/git-clone' },
  hg: { option: '--config', source: 'https://repo.mercurial-scm.org/hg/help/hg' },
  ssh: { option: '-oProxyCommand', source: 'https://man.openbsd.org/ssh' },
  scp: { option: '-oProxyCommand', source: 'https://man.openbsd.org/scp' },
  sftp: { option: '-oProxyCommand', source: 'https://man.openbsd.org/sftp' },
  rsync: { option: '--rsh', source: 'https://download.samba.org/pub/rsync/rsync.1' },
  tar: { option: '--checkpoint-action', source: 'https://www.gnu.org/software/tar/manual/html_node/checkpoints.html' },
  zip: { option: '--unzip-command', source: 'https://linux.die.net/man/1/zip' },
  curl: { option: '--output', source: 'https://curl.se/docs/manpage.html' },
  wget: { option: '--use-askpass', source: 'https://www.gnu.org/software/wget/manual/wget.html' },
  find: { option: '-exec', source: 'https://www.gnu.org/software/findutils/manual/html_mono/find.html' },
  fd: { option: '--exec', source: 'https://github.com/sharkdp/fd' },
  rg: { option: '--pre', source: 'https://github.com/BurntSushi/ripgrep/blob/master/GUIDE.md' },
  sort: { option: '--compress-program', source: 'https://www.gnu.org/software/coreutils/manual/html_node/sort-invocation.html' },
  sed: { option: '--expression', source: 'https://www.gnu.org/software/sed/manual/sed.html' },
  xargs: { option: '--arg-file', source: 'https://www.gnu.org/software/findutils/manual/html_mono/find.html' },
  npm: { option: '--script-shell', source: 'https://docs.npmjs.com/cli/v11/using-npm/config' },
  npx: { option: '--call', source: 'https://docs.npmjs.com/cli/v11/commands/npx' },
  pnpm: { option: '--script-shell', source: 'https://pnpm.io/cli/run' },
  yarn: { option: '--use-yarnrc', source: 'https://classic.yarnpkg.com/en/docs/cli/' },
  pip: { option: '--index-url', source: 'https://pip.pypa.io/en/stable/cli/pip_install/' },
  pip3: { option: '--index-url', source: 'https://pip.pypa.io/en/stable/cli/pip_install/' },
  docker: { option: '--privileged', source: 'https://docs.docker.com/reference/cli/docker/container/run/' },
  podman: { option: '--privileged', source: 'https://docs.podman.io/en/latest/markdown/podman-run.1.html' },
  kubectl: { option: '--server', source: 'https://github.com/advisories/GHSA-wmg3-h8mf-wgvr' },
  helm: { option: '--post-renderer', source: 'https://helm.sh/docs/helm/helm_install/' },
  psql: { option: '--file', source: 'https://www.postgresql.org/docs/current/app-psql.html' },
  pandoc: { option: '--lua-filter', source: 'https://pandoc.org/MANUAL.html' },
  nmap: { option: '--script', source: 'https://nmap.org/book/man-nse.html' },
  make: { option: '--eval', source: 'https://www.gnu.org/software/make/manual/html_node/Options-Summary.html' },
  go: { option: '-toolexec', source: 'https://pkg.go.dev/cmd/go' },
  cargo: { option: '--config', source: 'https://doc.rust-lang.org/cargo/commands/cargo.html' },
}

/** Whether an argument with a leading hyphen changes what a program does to somebody's harm. */
export function isOptionProgram(program: string): boolean {
  const name = /([^\\/]+?)(?:\.exe|\.cmd)?$/iu.exec(program)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(OPTION_PROGRAMS, name)
}
