import type { CallView, Library, SinkUse } from '../../../engine/rows.ts'
import { optionUses } from '../node/argument-list.ts'

const LOAD = "import ffmpeg from 'fluent-ffmpeg';"
const PATHS = [
  'input', 'addInput', 'mergeAdd', 'output', 'addOutput', 'save', 'saveToFile', 'mergeToFile', 'concat', 'concatenate',
  'preset', 'usingPreset',
]
const OPTIONS = ['Input', 'Output', ''].flatMap((side) => ['with', 'add'].map((verb) => `${verb}${side}Option,${verb}${side}Options`))
const FILTERS = [
  'complexFilter', 'filterGraph', 'videoFilter', 'videoFilters', 'withVideoFilter', 'withVideoFilters', 'audioFilter', 'audioFilters',
  'withAudioFilter', 'withAudioFilters',
]

/**
 * https://github.com/fluent-ffmpeg/node-fluent-ffmpeg (fluent-ffmpeg 2). An option that is no option names a file to write; a filter
 * may read files (`movie`) and write them (`metadata=print:file=`): https://ffmpeg.org/ffmpeg-filters.html
 */
export const fluentFfmpeg: Library = {
  modules: ['fluent-ffmpeg'],
  sinks: [
    { path: 'Argument[0]', kind: 'path', example: `${LOAD} ffmpeg(INPUT)` },
    { path: 'Instance.Argument[0]', kind: 'path', example: "import Ffmpeg from 'fluent-ffmpeg'; new Ffmpeg(INPUT)" },
    { path: 'Member[ffprobe].Argument[0]', kind: 'path', example: `${LOAD} ffmpeg.ffprobe(INPUT, () => {})` },
    { path: `Any.Member[${PATHS.join(',')}].Argument[0]`, kind: 'path', example: `${LOAD} ffmpeg().fps(5).input(INPUT)` },
    { path: 'Any.Member[setFfmpegPath,setFfprobePath].Argument[0]', kind: 'command', example: `${LOAD} ffmpeg().setFfmpegPath(INPUT)` },
  ],
  calls: [
    {
      path: `Any.Member[outputOption,outputOptions,inputOption,inputOptions,${OPTIONS.join(',')}]`,
      sinks: listedUses,
      examples: [
        { code: `${LOAD} ffmpeg('a.mp4').fps(5).outputOption(INPUT)`, kind: 'argument' },
        { code: `${LOAD} ffmpeg('a.mp4').fps(5).outputOption([INPUT])`, kind: 'argument' },
        { code: `${LOAD} ffmpeg('a.mp4').fps(5).outputOption(INPUT.split(' '))`, kind: 'argument' },
        { code: `${LOAD} ffmpeg('a.mp4').outputOption(['-crf', INPUT, \`-vf scale=\${INPUT}\`])`, kind: 'none' },
        { code: `${LOAD} ffmpeg('a.mp4').outputOption('-crf', INPUT)`, kind: 'none' },
      ],
    },
    {
      path: `Any.Member[${FILTERS.join(',')}]`,
      sinks: (call) => listedUses(call).map((use) => ({ ...use, name: 'a filter of ffmpeg' })),
      examples: [
        { code: `${LOAD} ffmpeg('a.mp4').fps(5).complexFilter(INPUT)`, kind: 'argument' },
        { code: `${LOAD} ffmpeg('a.mp4').complexFilter(\`scale=\${INPUT}\`)`, kind: 'none' },
        { code: `${LOAD} ffmpeg('a.mp4').complexFilter([{ filter: 'scale', options: INPUT }])`, kind: 'none' },
      ],
    },
    {
      path: 'Any.Member[screenshots,screenshot,thumbnails,thumbnail,takeScreenshots]',
      sinks: (call) => (call.keys(call.arg(0)) === undefined ? [] : ['folder', 'filename']
        .map((name) => ({ kind: 'path', value: call.property(call.arg(0), name), argument: 0 }))),
      examples: [{ code: `${LOAD} ffmpeg('a.mp4').screenshots({ count: 1, folder: INPUT })`, kind: 'path' }],
    },
  ],
}

/** Options are given one by one or as a list. */
function listedUses(call: CallView): SinkUse[] {
  const [first] = call.args
  if (call.args.length !== 1 || first?.op !== 'object') return call.isOpen ? [] : optionUses(call, call.args, 0, true)
  if (first.kind !== 'array') return []
  const elements = call.elements(first)
  return optionUses(call, elements ?? [call.element(first)], 0, elements !== undefined).filter(({ value }) => value.op !== 'object')
}
