import { describe, expect, it } from 'vitest'
import { flowsInHandler } from '../../support/flows-in.ts'

describe('texts', () => {
  it('carry their parts', () => {
    expect(flowsInHandler(`
      execSync(\`ls \${args.a}\`)
      execSync('ls '.concat(args.a))
      execSync(['ls', args.a].join(' '))
      execSync('ls NAME'.replace('NAME', args.a))`)).toEqual([
      'a > execSync(`ls ${args.a}`)',
      "a > execSync('ls '.concat(args.a))",
      "a > execSync(['ls', args.a].join(' '))",
      "a > execSync('ls NAME'.replace('NAME', args.a))",
    ])
  })

  it('carry through methods of strings', () => {
    expect(flowsInHandler(`
      execSync('ls ' + args.a.trim())
      execSync('ls ' + args.a.slice(1))
      execSync('ls ' + args.a.toLowerCase())
      execSync('ls ' + args.a.padEnd(3))
      execSync('ls ' + args.a.replace(/"/g, ''))
      execSync('ls ' + args.a.split(',')[0])
      execSync('ls ' + args.a[0])`)).toEqual([
      "a > execSync('ls ' + args.a.trim())",
      "a > execSync('ls ' + args.a.slice(1))",
      "a > execSync('ls ' + args.a.toLowerCase())",
      "a > execSync('ls ' + args.a.padEnd(3))",
      "a > execSync('ls ' + args.a.replace(/\"/g, ''))",
      "a > execSync('ls ' + args.a.split(',')[0])",
      "a.* > execSync('ls ' + args.a[0])",
    ])
  })

  it('carry through conversions', () => {
    expect(flowsInHandler(`
      execSync('ls ' + String(args.a))
      execSync('ls ' + args.a.toString())
      execSync('ls ' + JSON.stringify(args.options))
      execSync('ls ' + JSON.parse(args.a).name)
      execSync('ls ' + encodeURI(args.a))
      execSync('ls ' + Buffer.from(args.a, 'base64').toString('utf8'))`)).toEqual([
      "a > execSync('ls ' + String(args.a))",
      "a > execSync('ls ' + args.a.toString())",
      "options > execSync('ls ' + JSON.stringify(args.options))",
      "a > execSync('ls ' + JSON.parse(args.a).name)",
      "a > execSync('ls ' + encodeURI(args.a))",
      "a > execSync('ls ' + Buffer.from(args.a, 'base64').toString('utf8'))",
    ])
  })

  it('end in numbers, comparisons and truth values', () => {
    expect(flowsInHandler(`
      execSync('ls ' + Number(args.a))
      execSync('ls ' + parseInt(args.a, 10))
      execSync('ls ' + +args.a)
      execSync('ls ' + args.a.length)
      execSync('ls ' + (args.a === args.b))
      execSync('ls ' + Boolean(args.a))
      execSync('ls ' + !args.a)
      execSync('ls ' + args.a.indexOf('x'))
      execSync('ls ' + (Number(args.a) + args.b.length))
      execSync('ls ' + args.a)`)).toEqual(["a > execSync('ls ' + args.a)"])
  })

  it('say nothing of what only chose between constants', () => {
    expect(flowsInHandler(`
      const flag = args.a ? '--long' : '--short'
      execSync('ls ' + flag)
      const order = args.b === 'up' ? 'asc' : args.b
      execSync('sort ' + order)`)).toEqual(["b > execSync('sort ' + order)"])
  })
})

describe('replacements by a function', () => {
  it('carry what the function gives and what it is given', () => {
    expect(flowsInHandler(`
      execSync('cat @name'.replace(/@(\\w+)/g, () => args.a))
      execSync('ls ' + args.b.replace(/[^a-z]/g, () => '_'))
      args.options.name.replaceAll('x', (found) => execSync('head ' + found).toString())`)).toEqual([
      "a > execSync('cat @name'.replace(/@(\\w+)/g, () => args.a))",
      "options.name > execSync('head ' + found)",
    ])
  })
})

describe('tagged templates', () => {
  it('run a tag of the package, and join with String.raw', () => {
    expect(flowsInHandler(`
      execSync(shell\`ls \${args.a}\`)
      execSync(quoted\`cat \${args.b}\`)
      execSync(String.raw\`head \${args.a}\`)`, `
      function shell(texts: TemplateStringsArray, ...holes: string[]) {
        return texts.reduce((all, text, index) => all + text + (holes[index] ?? ''), '')
      }
      function quoted(texts: TemplateStringsArray, ...holes: string[]) {
        return texts.raw.map((text, index) => text + "'" + (holes[index] ?? '').replaceAll("'", "'\\\\''") + "'").join('')
      }`)).toEqual(['a > execSync(shell`ls ${args.a}`)', 'a > execSync(String.raw`head ${args.a}`)'])
  })

  it('are decoded and written as parameters', () => {
    expect(flowsInHandler(`
      execSync('ls ' + new TextDecoder().decode(new TextEncoder().encode(args.a)))
      execSync('cat ' + Buffer.from(args.a, 'base64').toString('utf8'))
      execSync('head ' + new URLSearchParams(args.a).get('name'))
      execSync('wc ' + new URLSearchParams({ name: 'notes' }).toString())`)).toEqual([
      "a > execSync('ls ' + new TextDecoder().decode(new TextEncoder().encode(args.a)))",
      "a > execSync('cat ' + Buffer.from(args.a, 'base64').toString('utf8'))",
      "a > execSync('head ' + new URLSearchParams(args.a).get('name'))",
    ])
  })
})
