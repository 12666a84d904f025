import { describe, expect, it } from 'vitest'
import { flowsInHandler } from '../../support/flows-in.ts'

describe('arrays', () => {
  it('know the elements of a literal', () => {
    expect(flowsInHandler(`
      const words = ['ls', args.a, args.n]
      execSync(words[0])
      execSync('ls ' + words[1])
      execSync('ls ' + words[2])`)).toEqual(["a > execSync('ls ' + words[1])"])
  })

  it('take what is pushed and spread', () => {
    expect(flowsInHandler(`
      const words: string[] = ['ls']
      execSync(words.join(' '))
      words.push(args.a)
      execSync(words.join(' '))
      execSync(['ls', ...args.list].join(' '))
      execSync([...words, '-l'].join(' '))`)).toEqual([
      "a > execSync(words.join(' '))",
      "list.* > execSync(['ls', ...args.list].join(' '))",
      "a > execSync([...words, '-l'].join(' '))",
    ])
  })

  it('hand elements to callbacks and take results', () => {
    expect(flowsInHandler(`
      args.list.forEach((item) => { execSync('ls ' + item) })
      execSync('ls ' + args.list.map((item) => '-' + item).join(' '))
      execSync('ls ' + args.list.map((item) => item.length).join(' '))
      execSync('ls ' + args.list.filter((item) => item !== '').at(0))
      execSync('ls ' + args.list.find((item) => item.startsWith('x')))
      execSync(args.list.reduce((command, item) => command + item, 'ls '))
      execSync('ls ' + args.list.flatMap((item) => [item, '-l']).join(' '))`)).toEqual([
      "list.* > execSync('ls ' + item)",
      "list.* > execSync('ls ' + args.list.map((item) => '-' + item).join(' '))",
      "list.* > execSync('ls ' + args.list.filter((item) => item !== '').at(0))",
      "list.* > execSync('ls ' + args.list.find((item) => item.startsWith('x')))",
      "list.* > execSync(args.list.reduce((command, item) => command + item, 'ls '))",
      "list.* > execSync('ls ' + args.list.flatMap((item) => [item, '-l']).join(' '))",
    ])
  })

  it('carry through methods that keep elements', () => {
    expect(flowsInHandler(`
      execSync('ls ' + args.list.slice(1).join(' '))
      execSync('ls ' + args.list.concat(['-l']).join(' '))
      execSync('ls ' + [...args.list].reverse().join(' '))
      execSync('ls ' + Array.from(args.list).join(' '))
      execSync('ls ' + Array.from(new Set(args.list)).join(' '))
      execSync('ls ' + args.list.pop())
      execSync('ls ' + args.list.length)`)).toEqual([
      "list > execSync('ls ' + args.list.slice(1).join(' '))",
      "list > execSync('ls ' + args.list.concat(['-l']).join(' '))",
      "list.* > execSync('ls ' + [...args.list].reverse().join(' '))",
      "list.* > execSync('ls ' + Array.from(args.list).join(' '))",
      "list.* > execSync('ls ' + Array.from(new Set(args.list)).join(' '))",
      "list > execSync('ls ' + args.list.pop())",
    ])
  })
})

describe('entries', () => {
  it('of an object are read one by one', () => {
    expect(flowsInHandler(`
      for (const [key, value] of Object.entries(args.options)) execSync('ls ' + key + value)
      for (const value of Object.values({ x: args.a, y: 'notes' })) execSync('cat ' + value)
      for (const value of Object.values({ x: 'drafts', y: 'notes' })) execSync('head ' + value)
      const upper = Object.fromEntries(Object.entries({ x: args.b }).map(([key, value]) => [key, value.trim()]))
      execSync('wc ' + upper.x)`)).toEqual([
      "options > execSync('ls ' + key + value)",
      "a > execSync('cat ' + value)",
      "b > execSync('wc ' + upper.x)",
    ])
  })
})

describe('maps and sets', () => {
  it('give back what was put in', () => {
    expect(flowsInHandler(`
      const names = new Map<string, string>()
      names.set('x', args.a)
      execSync('ls ' + names.get('x'))
      for (const value of names.values()) execSync('cat ' + value)
      names.forEach((value) => { execSync('head ' + value) })
      const seen = new Set<string>()
      seen.add(args.b)
      for (const value of seen) execSync('wc ' + value)`)).toEqual([
      "a > execSync('ls ' + names.get('x'))",
      "a > execSync('cat ' + value)",
      "a > execSync('head ' + value)",
      "b > execSync('wc ' + value)",
    ])
  })

  it('of constants hold nothing else, whatever is looked up', () => {
    expect(flowsInHandler(`
      const commands = new Map([['list', 'ls'], ['date', 'date']])
      execSync(commands.get(args.a)!)
      const table: Record<string, string> = { list: 'ls', date: 'date' }
      execSync(table[args.a])
      execSync(commands.get(args.a) ?? args.b)`)).toEqual(['b > execSync(commands.get(args.a) ?? args.b)'])
  })
})
