import { createRule } from '../create-rule.ts'
import { isPlatformVariable } from '../knowledge/platform-variable.ts'
import { fileAnalysis } from '../reporting/file-analysis.ts'
import { locate } from '../reporting/locate.ts'
import { isTestFile } from '../syntax/is-test-file.ts'

export default createRule({
  name: 'require-validated-env',
  meta: {
    type: 'suggestion',
    languages: ['js/js'],
    docs: {
      description: 'Require that something looks at each environment variable before the server uses it',
      severity: 'medium',
      preset: 'strict',
      checklist: ['config/validated'],
      cwe: [1188],
      owasp: ['MCP01'],
    },
    schema: [],
    messages: {
      value: 'Nothing in this package asks whether {{name}} is set. Check it when the server starts, and stop where it is missing.',
      number: '{{name}} is made a number, and nothing asks whether it is one. Check it when the server starts, and stop where it is not.',
    },
  },
  create: (context) => ({
    'Program:exit'() {
      const { filename, sourceCode, cwd } = context
      if (isTestFile(filename, cwd)) return
      const path = filename.replaceAll('\\', '/')
      for (const { name, unchecked } of fileAnalysis(context).environment) {
        if (unchecked?.file !== path || isPlatformVariable(name)) continue
        context.report({ loc: locate(sourceCode, unchecked.at), messageId: unchecked.kind, data: { name } })
      }
    },
  }),
})
