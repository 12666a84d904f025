import path from 'node:path'

export class Sandbox {
  constructor(readonly root: string) {}

  contains(file: string): boolean {
    const relative = path.relative(this.root, file)
    return relative === '' || (!relative.startsWith('..') && !path.isAbsolute(relative))
  }

  resolve(name: string): string {
    const file = path.resolve(this.root, name)
    if (!this.contains(file)) throw new Error('outside')
    return file
  }
}
