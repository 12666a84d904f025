import type { Library } from '../../../engine/rows.ts'
import { queryRows } from '../language/query-rows.ts'
import { runCallback } from '../language/run-callback.ts'
import { spliceRows } from '../language/splice-rows.ts'

const CLIENT = "import { Prisma, PrismaClient } from '@prisma/client'; const prisma = new PrismaClient();"
const CLIENTS = ['Member[PrismaClient].Instance', 'Member[Prisma].Member[TransactionClient].Instance']

/**
 * https://www.prisma.io/docs/orm/prisma-client/using-raw-sql (Prisma 7). A client generated into the package is not
 * seen as this one: there the names of the methods tell.
 */
export const prisma: Library = {
  modules: ['@prisma/client', '@prisma/client/edge', '.prisma/client'],
  flows: [{ path: 'Member[PrismaClient].Instance.Member[$extends]', returns: 'receiver' }],
  calls: [
    ...queryRows({
      owners: {
        'Member[PrismaClient].Instance': `${CLIENT} const db = prisma.$extends({});`,
        'Member[Prisma].Member[TransactionClient].Instance':
          "import type { Prisma } from '@prisma/client'; declare const db: Prisma.TransactionClient;",
      },
      methods: ['$queryRawUnsafe', '$executeRawUnsafe'],
    }),
    {
      path: 'Member[PrismaClient].Instance.Member[$transaction]',
      returns: (call) => runCallback(call, () => [call.receiver]),
      examples: [{
        code: `${CLIENT} prisma.$transaction((tx) => tx.$executeRawUnsafe(\`DELETE FROM a WHERE b = \${INPUT}\`))`,
        kind: 'query-text',
      }],
    },
    ...spliceRows({
      raw: ['Member[Prisma].Member[raw]'],
      tags: ['Member[Prisma].Member[sql]', ...CLIENTS.map((client) => `${client}.Member[$queryRaw,$executeRaw]`)],
      setUp: CLIENT,
      tag: 'prisma.$queryRaw',
      mark: 'Prisma.raw',
    }),
  ],
}
