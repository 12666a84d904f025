import { isSecretName } from './secret-name.ts'

/** Addresses that carry the password of a database, a queue or a cache. */
const ADDRESS = new RegExp(
  '^(?:(?:DATABASE|DB|POSTGRES(?:QL)?|PG|MYSQL|MARIADB|MSSQL|MONGO(?:DB)?|REDIS|AMQP|RABBITMQ)_(?:URL|URI|DSN)'
  + '|(?:\\w+_)?CONNECTION_STRING)$',
  'u',
)

/** Whether an environment variable of this name holds a credential. */
export function isSecretVariable(name: string): boolean {
  return ADDRESS.test(name) || isSecretName(name)
}
