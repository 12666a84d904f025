import type { CallRow, Library } from '../../../engine/rows.ts'
import { filterUses } from '../language/filter-uses.ts'
import { pipelineUses } from '../language/pipeline-uses.ts'

const MODELS = {
  'Member[model].ReturnValue': "import mongoose from 'mongoose'; const db = mongoose.model('Note', schema);",
  'Member[Model].Instance': "import type { Model } from 'mongoose'; declare const db: Model<Note>;",
}

const FILTERED = [
  'find', 'findOne', 'findOneAndUpdate', 'findOneAndDelete', 'findOneAndReplace', 'updateOne', 'updateMany',
  'replaceOne', 'deleteOne', 'deleteMany', 'countDocuments', 'exists',
]

/** https://mongoosejs.com/docs/api/model.html (mongoose 9); `sanitizeFilter` off, as it is by default. */
export const mongoose: Library = {
  modules: ['mongoose'],
  calls: Object.entries(MODELS).flatMap(([path, setUp]): CallRow[] => [
    {
      path: `${path}.Member[${FILTERED.join(',')}]`,
      sinks: (call) => filterUses(call, call.arg(0), 0),
      examples: [
        { code: `${setUp} db.find(JSON.parse(INPUT))`, kind: 'query-filter' },
        { code: `${setUp} db.find({ name: INPUT })`, kind: 'none' },
      ],
    },
    {
      path: `${path}.Member[aggregate]`,
      sinks: pipelineUses,
      examples: [{ code: `${setUp} db.aggregate([{ $match: JSON.parse(INPUT) }])`, kind: 'query-filter' }],
    },
  ]),
}
