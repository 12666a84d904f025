import type { Library } from '../../../engine/rows.ts'

/** lodash 4, dot-prop 9 and their kin: a path may lead to the prototype of every object. */
export const lodash: Library = {
  modules: ['lodash', 'lodash-es', 'lodash.set', 'dot-prop', 'object-path', 'set-value'],
  sinks: [
    {
      path: 'Member[set,setWith,update,updateWith,setProperty].Argument[1]', kind: 'property-key',
      example: "import _ from 'lodash'; _.set({}, INPUT, 1)",
    },
    { path: 'Argument[1]', kind: 'property-key', example: "import set from 'lodash.set'; set({}, INPUT, 1)" },
  ],
}
