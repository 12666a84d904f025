import { isPlaceholder } from './placeholder.ts'
import { isStrongPassword } from './secret-value.ts'

const SCHEMES = [
  'postgres', 'postgresql', 'mysql', 'mysql2', 'mariadb', 'mongodb', 'mongodb+srv', 'redis', 'rediss', 'amqp', 'amqps',
  'mssql', 'sqlserver', 'clickhouse', 'neo4j', 'neo4j+s', 'bolt', 'cockroachdb', 'nats', 'smtp', 'smtps', 'ldap',
  'ldaps', 'ftp', 'sftp', 'http', 'https', 'git+https',
]

const ADDRESS = new RegExp(
  String.raw`(?<![\w+.-])(${SCHEMES.map((scheme) => scheme.replace('+', String.raw`\+`)).join('|')})://` +
  String.raw`([^\s:/?#@'"\`]{0,128}):([^\s/?#@'"\`]{1,256})@([^\s/?#:'"\`]{1,256})`,
  'g',
)

/** A machine's own address: what listens there is a database for development. */
const LOCAL_HOST = /^(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[?::1\]?|host\.docker\.internal)$/i

/** RFC 2606 keeps these names for documentation; a bare word such as `host` or `db` is a placeholder or a container. */
const DOCUMENTATION_HOST = /(?:^|\.)(?:example(?:\.(?:com|net|org))?|test|invalid)$|^(?:host|hostname|server)$/i

const ENVIRONMENT_NAMES: Readonly<Record<string, string>> = {
  mongodb: 'MONGODB_URI',
  'mongodb+srv': 'MONGODB_URI',
  redis: 'REDIS_URL',
  rediss: 'REDIS_URL',
  amqp: 'AMQP_URL',
  amqps: 'AMQP_URL',
  postgres: 'DATABASE_URL',
  postgresql: 'DATABASE_URL',
  mysql: 'DATABASE_URL',
  mariadb: 'DATABASE_URL',
}

/**
 * Whether a password is one that somebody chose for a host with a full domain name: such an address exists, so less
 * has to speak for the password than elsewhere. `pass1234` and its like are left as documentation.
 */
function isChosenPassword(password: string, host: string): boolean {
  const isDomain = /^[\w-]+(?:\.[\w-]+){2,}$/.test(host) && /[A-Z]$/i.test(host)
  const isGuessable = /^(?:pass|pwd|user|admin|root|demo|guest)\w{0,4}$/i.test(password)
  return isDomain && !isGuessable && password.length >= 8 && /\d/.test(password) && /[A-Z]/i.test(password)
}

export interface ConnectionSecret {
  readonly scheme: string
  /** The environment variable that such an address is customarily read from, where the text is one address. */
  readonly environment: string | undefined
}

/** The first address in a text that carries a real password for a real host, or `undefined`. */
export function resolveConnectionSecret(text: string): ConnectionSecret | undefined {
  if (!text.includes('://') || !text.includes('@')) return undefined
  for (const [address, scheme = '', user = '', password = '', host = ''] of text.matchAll(ADDRESS)) {
    if (LOCAL_HOST.test(host) || DOCUMENTATION_HOST.test(host) || password === user || isPlaceholder(password)) continue
    if (!isStrongPassword(password) && !isChosenPassword(password, host)) continue
    const isAlone = text.startsWith(address) && !/[\s\0]/.test(text)
    return { scheme, environment: isAlone ? ENVIRONMENT_NAMES[scheme] : undefined }
  }
  return undefined
}
