import type { Value } from '../../../engine/flow/values.ts'
import type { CallRow, CallView, Library } from '../../../engine/rows.ts'
import { enforcedNode } from './enforced-json-schema.ts'
import { schemaProofs } from './schema-proofs.ts'

const OWNERS = ['Instance', 'Member[Ajv,Ajv2019,Ajv2020].Instance']
const SET_UP = "import { Ajv } from 'ajv'; import { exec } from 'node:child_process'; import { known } from './schemas.js'; "
  + 'const args = { ref: INPUT };'
const schema = (ref: string): string => `{ type: 'object', properties: { ref: ${ref} }, required: ['ref'], additionalProperties: false }`
const compiled = (ref: string, use: string): string => `${SET_UP} const validate = new Ajv().compile(${schema(ref)}); ${use}`
const RUN = 'exec(`git log ${args.ref}`)'
const OR_THROW = `throw new Error(); ${RUN}`

/** https://ajv.js.org/api.html (ajv 8): a compiled schema, or `validate`, answers whether the value fits; the value stays as it is. */
export const ajv: Library = {
  modules: ['ajv', 'ajv/dist/2019', 'ajv/dist/2020', 'ajv/dist/2019.js', 'ajv/dist/2020.js', 'ajv/dist/ajv.js', 'ajv-draft-04'],
  calls: OWNERS.flatMap((owner): CallRow[] => [
    {
      path: `${owner}.Member[compile,compileAsync].ReturnValue`,
      returns: (call) => accepted(call, call.receiver?.op === 'extern' ? call.receiver.args?.[0] : undefined, call.arg(0)),
      examples: [
        { code: compiled("{ type: 'string', pattern: '^[a-z]+$' }", `if (!validate(args)) ${OR_THROW}`), kind: 'none' },
        { code: compiled("{ enum: ['main', 'next'] }", `const isValid = validate(args); if (isValid) ${RUN}`), kind: 'none' },
        { code: compiled("{ type: 'string' }", `if (!validate(args)) ${OR_THROW}`), kind: 'shell-text' },
        { code: compiled("{ type: 'string', pattern: '^[a-z]+$' }", `validate(args); ${RUN}`), kind: 'shell-text' },
        { code: compiled("{ type: 'string', pattern: '^[a-z]+$' }", `if (!validate(args)) ${RUN}`), kind: 'shell-text' },
        { code: compiled("{ type: 'string', pattern: '^[a-z]+$' }", `if (validate({ ref: 'a' })) ${RUN}`), kind: 'shell-text' },
      ],
    },
    {
      path: `${owner}.Member[validate]`,
      returns: (call) => accepted(call, call.arg(0), call.arg(1)),
      examples: [
        { code: `${SET_UP} if (!new Ajv().validate(${schema("{ type: 'string', format: 'uuid' }")}, args)) ${OR_THROW}`, kind: 'none' },
        { code: `${SET_UP} if (!new Ajv().validate(${schema("{ type: 'string' }")}, args)) ${OR_THROW}`, kind: 'shell-text' },
        { code: `${SET_UP} if (!new Ajv().validate(known, args)) ${OR_THROW}`, kind: 'none' },
      ],
    },
  ]),
}

function accepted(call: CallView, written: Value | undefined, value: Value): Value {
  return call.proves(schemaProofs(call, value, enforcedNode(written ?? call.unknown('schema'), call)))
}
