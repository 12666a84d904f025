import type { Library } from '../../../engine/rows.ts'

/** https://github.com/fluent-ffmpeg/node-fluent-ffmpeg (fluent-ffmpeg 2) */
export const fluentFfmpeg: Library = {
  modules: ['fluent-ffmpeg'],
  sinks: [
    { path: 'Argument[0]', kind: 'path', example: "import ffmpeg from 'fluent-ffmpeg'; ffmpeg(INPUT)" },
    {
      path: 'Member[ffprobe].Argument[0]', kind: 'path',
      example: "import ffmpeg from 'fluent-ffmpeg'; ffmpeg.ffprobe(INPUT, () => {})",
    },
    {
      path: 'ReturnValue.Member[input,addInput,mergeAdd,output,addOutput,save,saveToFile].Argument[0]', kind: 'path',
      example: "import ffmpeg from 'fluent-ffmpeg'; ffmpeg().input(INPUT)",
    },
  ],
}
