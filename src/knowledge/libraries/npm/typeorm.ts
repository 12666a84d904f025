import type { CallRow, CallView, Library, SinkUse } from '../../../engine/rows.ts'
import { ownersFrom } from '../language/owners-from.ts'
import { queryRows } from '../language/query-rows.ts'
import { runCallback } from '../language/run-callback.ts'

const SOURCES = {
  'Member[DataSource].Instance': "import { DataSource } from 'typeorm'; const db = new DataSource({});",
  'Member[DataSource].Instance.Member[initialize].ReturnValue':
    "import { DataSource } from 'typeorm'; const db = await new DataSource({}).initialize();",
  'Member[createConnection,getConnection].ReturnValue':
    "import { createConnection } from 'typeorm'; const db = await createConnection();",
}
const MANAGERS = {
  'Member[EntityManager].Instance': "import type { EntityManager } from 'typeorm'; declare const db: EntityManager;",
  'Member[getManager].ReturnValue': "import { getManager } from 'typeorm'; const db = getManager();",
  ...ownersFrom(SOURCES, 'Member[manager]', 'manager'),
}
const REPOSITORIES = {
  'Member[Repository].Instance': "import type { Repository } from 'typeorm'; declare const db: Repository<Note>;",
  'Member[getRepository].ReturnValue': "import { getRepository } from 'typeorm'; const db = getRepository(Note);",
  ...ownersFrom({ ...SOURCES, ...MANAGERS }, 'Member[getRepository].ReturnValue', 'getRepository(Note)'),
}
const RUNNERS = {
  'Member[QueryRunner].Instance': "import type { QueryRunner } from 'typeorm'; declare const db: QueryRunner;",
  ...ownersFrom(SOURCES, 'Member[createQueryRunner].ReturnValue', 'createQueryRunner()'),
}
const BUILDERS = {
  'Member[SelectQueryBuilder].Instance':
    "import type { SelectQueryBuilder } from 'typeorm'; declare const db: SelectQueryBuilder<Note>;",
  ...ownersFrom(
    { ...SOURCES, ...MANAGERS, ...REPOSITORIES }, 'Member[createQueryBuilder].ReturnValue', "createQueryBuilder('a')",
  ),
}

const CONDITIONS = ['where', 'andWhere', 'orWhere', 'having', 'andHaving', 'orHaving']
const CLAUSES = [
  'select', 'addSelect', 'orderBy', 'addOrderBy', 'groupBy', 'addGroupBy', 'returning', 'distinctOn',
]
/** What else gives the builder back, so that a chain stays one. */
const CHAINED = [
  'from', 'addFrom', 'leftJoin', 'innerJoin', 'leftJoinAndSelect', 'innerJoinAndSelect', 'leftJoinAndMapOne',
  'leftJoinAndMapMany', 'setParameter', 'setParameters', 'setLock', 'limit', 'offset', 'take', 'skip', 'distinct',
  'withDeleted', 'cache', 'update', 'set', 'delete', 'insert', 'into', 'values', 'softDelete', 'restore', 'whereInIds',
  'andWhereInIds', 'orWhereInIds', 'clone', 'comment',
]

/** https://typeorm.io (TypeORM 0.2 to 1) */
export const typeorm: Library = {
  modules: ['typeorm'],
  flows: Object.keys(BUILDERS).map((path) => ({
    path: `${path}.Member[${[...CONDITIONS, ...CLAUSES, ...CHAINED].join(',')}]`, returns: 'receiver',
  })),
  calls: [
    ...queryRows({ owners: { ...SOURCES, ...MANAGERS, ...REPOSITORIES, ...RUNNERS }, methods: ['query'] }),
    ...Object.entries(BUILDERS).map(([path, setUp]): CallRow => ({
      path: `${path}.Member[${[...CONDITIONS, ...CLAUSES].join(',')}]`,
      sinks: splicedUses,
      examples: [
        { code: `${setUp} db.take(3).where(\`note.author = '\${INPUT}'\`)`, kind: 'query-text' },
        { code: `${setUp} db.where({ author: INPUT })`, kind: 'none' },
        { code: `${setUp} db.where('note.author = :author', { author: INPUT })`, kind: 'none' },
      ],
    })),
    ...Object.keys({ ...SOURCES, ...MANAGERS }).map((path): CallRow => ({
      path: `${path}.Member[transaction]`,
      returns: (call) => runCallback(call, () => [managerOf(call)]),
    })),
  ],
}

/** Text, not the objects and functions of which a builder makes conditions itself. */
function splicedUses(call: CallView): SinkUse[] {
  const isText = call.alternatives(call.arg(0)).every((item) => item.op !== 'object' && !call.isFunction(item))
  return isText ? [{ kind: 'query-text', value: call.arg(0), argument: 0 }] : []
}

function managerOf(call: CallView): CallView['receiver'] {
  const { receiver } = call
  const isManager = receiver?.op === 'extern' && /(?:manager|EntityManager\.new|getManager\(\))$/u.test(receiver.path)
  return receiver && (isManager ? receiver : call.property(receiver, 'manager'))
}
