import { Ajv } from 'ajv'
import { execSync } from 'node:child_process'
import * as v from 'valibot'

const Tag = v.object({ tag: v.pipe(v.string(), v.maxLength(40)) })

export function showBranch(args: { branch: string }) {
  const schema = {
    type: 'object', properties: { branch: { type: 'string', pattern: '^[a-z][a-z0-9]*$' } }, required: ['branch'],
  }
  if (!new Ajv().validate(schema, args)) throw new Error('That is no branch')
  execSync(`git show ${args.branch}`, { timeout: 1000 }) // safe: letters and digits
}

export function showTag(args: { tag: string }) {
  const { tag } = v.parse(Tag, args)
  execSync(`git show ${tag}`, { timeout: 1000 }) // expect: no-command-injection
}
