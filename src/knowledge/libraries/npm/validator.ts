import type { CallRow, CallView, Library } from '../../../engine/rows.ts'
import type { Value } from '../../../engine/flow/values.ts'
import { describeRegexLanguage } from '../../../syntax/regex-language.ts'
import { kindsClearedBy } from '../../metacharacters.ts'

/** What the tests admit without the options that widen them, such as a locale. */
const ADMITTED = {
  isInt: '^[-+]?[0-9]+$',
  isNumeric: '^[+-]?(?:[0-9]*[.])?[0-9]+$',
  isPort: '^[0-9]+$',
  isAlpha: '^[A-Za-z]+$',
  isAlphanumeric: '^[0-9A-Za-z]+$',
  isHexadecimal: '^(?:0x|0h|0X|0H)?[0-9A-Fa-f]+$',
  isMongoId: '^[0-9A-Fa-fxXhH]{24}$',
  isMD5: '^[a-f0-9]{32}$',
  isUUID: '^[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$',
  isULID: '^[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25}$',
  isSlug: '^[a-z0-9][a-z0-9_-]*$',
  isHash: '^[A-Fa-f0-9]+$',
}
/** Tests of which the options only narrow. */
const NARROWED: ReadonlySet<string> = new Set(['isInt', 'isUUID', 'isHash'])

/** https://github.com/validatorjs/validator.js (validator 13): each throws for what is no text. */
export const validator: Library = {
  modules: ['validator'],
  memberFolders: ['validator/lib', 'validator/es/lib'],
  flows: [{ path: 'Member[trim,ltrim,rtrim,escape,unescape,stripLow,blacklist,normalizeEmail,toString]', returns: 'derived', from: [0] }],
  calls: [
    ...Object.entries(ADMITTED).map(([name, pattern]): CallRow => ({
      path: `Member[${name}]`,
      returns: (call) => (call.args.length === 1 || NARROWED.has(name) ? admitted(call, pattern) : undefined),
      examples: [{
        code: "import validator from 'validator'; import { exec } from 'node:child_process';"
          + `if (validator.${name}(INPUT)) exec(\`git log a\${INPUT}\`)`,
        kind: 'none',
      }, {
        code: "import validator from 'validator'; import { exec } from 'node:child_process';"
          + `if (!validator.${name}(INPUT)) exec(\`git log a\${INPUT}\`)`,
        kind: 'shell-text',
      }],
    })),
    {
      path: 'Member[trim]',
      examples: [
        {
          code: "import validator from 'validator'; import { execSync } from 'node:child_process';"
            + 'execSync(`git log ${validator.trim(INPUT)}`)',
          kind: 'shell-text',
        },
        {
          code: "import isInt from 'validator/lib/isInt'; import { exec } from 'node:child_process';"
            + 'if (isInt(INPUT)) exec(`git log a${INPUT}`)',
          kind: 'none',
        },
        {
          code: "import isInt from 'validator/es/lib/isInt.js'; import { exec } from 'node:child_process';"
            + 'if (!isInt(INPUT)) exec(`git log a${INPUT}`)',
          kind: 'shell-text',
        },
      ],
    },
    {
      path: 'Member[isURL]', returns: ofKnownHost,
      examples: [
        {
          code: "import { isURL } from 'validator'; if (isURL(INPUT, { host_whitelist: ['example.com'] })) await fetch(INPUT)",
          kind: 'none',
        },
        {
          code: "import { isURL } from 'validator'; if (isURL(INPUT, { protocols: ['https'] })) await fetch(INPUT)",
          kind: 'redirected-url',
        },
      ],
    },
    {
      path: 'Member[isIn]', returns: oneOfList,
      examples: [
        {
          code: "import validator from 'validator'; import { exec } from 'node:child_process';"
            + "if (validator.isIn(INPUT, ['a', 'b'])) exec(INPUT)",
          kind: 'none',
        },
        {
          code: "import validator from 'validator'; import { exec } from 'node:child_process';"
            + 'if (validator.isIn(INPUT, [INPUT])) exec(INPUT)',
          kind: 'command',
        },
      ],
    },
  ],
}

function admitted(call: CallView, pattern: string): Value | undefined {
  const language = describeRegexLanguage(pattern, '')
  return language && call.proves([{ value: call.arg(0), clears: kindsClearedBy(language) }])
}

/** A list of hosts that no source chose; the protocols say nothing of the host. */
function ofKnownHost(call: CallView): Value | undefined {
  const hosts = call.keys(call.arg(1))?.includes('host_whitelist') === true ? call.property(call.arg(1), 'host_whitelist') : undefined
  const isKnown = hosts !== undefined && !call.constant(hosts) && !call.comesFromSource(hosts)
  return isKnown ? call.proves([{ value: call.arg(0), clears: ['url', 'redirected-url', 'url-path'] }]) : undefined
}

function oneOfList(call: CallView): Value | undefined {
  const elements = call.elements(call.arg(1))
  const isOwn = elements !== undefined && !elements.some((item) => call.comesFromSource(item))
  return isOwn ? call.proves([{ value: call.arg(0), clears: 'all' }]) : undefined
}
