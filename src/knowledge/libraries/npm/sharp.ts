import type { Value } from '../../../engine/flow/values.ts'
import type { CallView, Library, SinkUse } from '../../../engine/rows.ts'

const LOAD = "import sharp from 'sharp';"
const BYTES = /Buffer|Array\b/u

/** https://sharp.pixelplumbing.com/api-constructor (sharp 0.35): an input that is text is the path of a file. */
export const sharp: Library = {
  modules: ['sharp'],
  sinks: [{
    path: 'Any.Member[toFile].Argument[0]', kind: 'path',
    example: `${LOAD} await sharp('a.png').resize(10).toFile(INPUT)`,
  }],
  calls: [
    {
      path: '',
      sinks: (call) => inputs(call, call.arg(0)),
      examples: [
        { code: `${LOAD} await sharp(INPUT).metadata()`, kind: 'path' },
        { code: `${LOAD} await sharp(['a.png', INPUT]).metadata()`, kind: 'path' },
        { code: `${LOAD} await sharp(Buffer.from(INPUT, 'base64')).metadata()`, kind: 'none' },
        { code: `${LOAD} await sharp({ text: { text: INPUT } }).toBuffer()`, kind: 'none' },
      ],
    },
    {
      path: 'Any.Member[joinChannel,boolean]',
      sinks: (call) => inputs(call, call.arg(0)),
      examples: [{ code: `${LOAD} await sharp('a.png').resize(10).joinChannel(INPUT).toBuffer()`, kind: 'path' }],
    },
    {
      path: 'Any.Member[composite]',
      sinks: (call) => (call.elements(call.arg(0)) ?? [call.element(call.arg(0))])
        .flatMap((image) => inputs(call, call.property(image, 'input'))),
      examples: [
        { code: `${LOAD} await sharp('a.png').resize(10).composite([{ input: INPUT }]).toBuffer()`, kind: 'path' },
        { code: `${LOAD} await sharp('a.png').composite([{ input: Buffer.from(\`<svg>\${INPUT}</svg>\`) }]).toBuffer()`, kind: 'none' },
      ],
    },
  ],
}

/** Bytes, and descriptions of images to be made, are no paths. */
function inputs(call: CallView, input: Value): SinkUse[] {
  return (call.elements(input) ?? [input])
    .filter((item) => call.keys(item) === undefined && !(item.op === 'derived' && BYTES.test(item.name)))
    .map((value) => ({ kind: 'path', value, argument: 0 }))
}
