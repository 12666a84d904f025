import type { CallRow, EffectRow, Library } from '../../../engine/rows.ts'
import { filterUses } from '../language/filter-uses.ts'
import { pipelineUses } from '../language/pipeline-uses.ts'

const COLLECTIONS = {
  'Member[MongoClient].Instance.Member[db].ReturnValue.Member[collection].ReturnValue':
    "import { MongoClient } from 'mongodb'; const db = new MongoClient(url).db('a').collection('b');",
  'Member[MongoClient].Instance.Member[connect].ReturnValue.Member[db].ReturnValue.Member[collection].ReturnValue':
    "import { MongoClient } from 'mongodb'; const db = (await new MongoClient(url).connect()).db('a').collection('b');",
  'Member[MongoClient].Member[connect].ReturnValue.Member[db].ReturnValue.Member[collection].ReturnValue':
    "import { MongoClient } from 'mongodb'; const db = (await MongoClient.connect(url)).db('a').collection('b');",
  'Member[Db].Instance.Member[collection].ReturnValue':
    "import type { Db } from 'mongodb'; declare const root: Db; const db = root.collection('b');",
  'Member[Collection].Instance': "import type { Collection } from 'mongodb'; declare const db: Collection;",
}

const FILTERED = [
  'find', 'findOne', 'findOneAndUpdate', 'findOneAndDelete', 'findOneAndReplace', 'updateOne', 'updateMany',
  'replaceOne', 'deleteOne', 'deleteMany', 'countDocuments', 'count',
]

/** https://www.mongodb.com/docs/drivers/node (mongodb 7) */
export const mongodb: Library = {
  modules: ['mongodb'],
  effects: Object.keys(COLLECTIONS).flatMap((path): EffectRow[] => [
    { path: `${path}.Member[find,findOne,countDocuments,count,distinct,aggregate]`, capability: 'database' },
    {
      path: `${path}.Member[insertOne,insertMany,updateOne,updateMany,replaceOne,findOneAndUpdate,findOneAndReplace,createIndex]`,
      capability: 'database', change: 'writes',
    },
    { path: `${path}.Member[deleteOne,deleteMany,findOneAndDelete,drop,dropIndex]`, capability: 'database', change: 'deletes' },
  ]),
  calls: Object.entries(COLLECTIONS).flatMap(([path, setUp]): CallRow[] => [
    {
      path: `${path}.Member[${FILTERED.join(',')}]`,
      sinks: (call) => filterUses(call, call.arg(0), 0),
      examples: [
        { code: `${setUp} db.find(JSON.parse(INPUT))`, kind: 'query-filter' },
        { code: `${setUp} db.find({ ...JSON.parse(INPUT), owner: 'a' })`, kind: 'query-filter' },
        { code: `${setUp} db.find({ $where: \`this.name == '\${INPUT}'\` })`, kind: 'query-filter' },
        { code: `${setUp} db.find({ name: INPUT })`, kind: 'none' },
      ],
    },
    {
      path: `${path}.Member[distinct]`,
      sinks: (call) => filterUses(call, call.arg(1), 1),
      examples: [{ code: `${setUp} db.distinct('name', JSON.parse(INPUT))`, kind: 'query-filter' }],
    },
    {
      path: `${path}.Member[aggregate]`,
      sinks: pipelineUses,
      examples: [
        { code: `${setUp} db.aggregate(JSON.parse(INPUT))`, kind: 'query-filter' },
        { code: `${setUp} db.aggregate([{ $match: JSON.parse(INPUT) }])`, kind: 'query-filter' },
        { code: `${setUp} db.aggregate([{ $match: { name: INPUT } }])`, kind: 'none' },
      ],
    },
  ]),
}
