import type { Library } from '../../../engine/rows.ts'

/** What the language and schema libraries do with a text that came from the environment. */
export const environmentChecks: Library = {
  modules: ['global'],
  environment: {
    numbers: ['Number', 'parseInt', 'parseFloat', 'Number.parseInt', 'Number.parseFloat'],
    checks: [
      'Boolean', 'isNaN', 'isFinite', 'Number.isNaN', 'Number.isInteger', 'Number.isSafeInteger', 'Number.isFinite', 'URL', 'URL.canParse',
      'JSON.parse', 'BigInt', 'RegExp',
      '*.test', '*.exec', '*.includes', '*.has', '*.indexOf',
      // Schemas and assertions, whatever the library: zod, valibot, yup, joi, ajv, superstruct, io-ts, typebox, assert.
      '*.parse', '*.safeParse', '*.parseAsync', '*.safeParseAsync', '*.validate', '*.validateSync', '*.validateAsync', '*.cast', '*.decode',
      '*.check', '*.Check', '*.Parse', '*.Decode', '*.is', '*.assert', '*.create', '*.attempt', '*.ok', '*.equal', '*.strictEqual',
      'assert', 'invariant',
    ],
    questions: [
      '*.includes', '*.startsWith', '*.endsWith', '*.match', '*.matchAll', '*.search', '*.indexOf', '*.localeCompare', '*.some', '*.every',
      '*.filter', '*.find', '*.map', '*.flatMap', '*.forEach', '*.reduce', '*.has',
    ],
    passes: [
      'String', '*.trim', '*.trimStart', '*.trimEnd', '*.toLowerCase', '*.toUpperCase', '*.toLocaleLowerCase', '*.replace', '*.replaceAll',
      '*.slice', '*.substring', '*.split', '*.normalize', '*.concat', 'Object.freeze', 'Object.entries', 'Object.values',
      'Promise.resolve',
    ],
    copies: [
      'Object.keys', 'Object.values', 'Object.entries', 'Object.assign', 'Object.fromEntries', 'JSON.stringify', 'structuredClone',
      'console.log', 'console.error', 'console.debug', 'console.info', 'console.warn', '.env',
    ],
  },
}
