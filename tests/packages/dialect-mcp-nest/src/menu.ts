import { readFileSync } from 'node:fs'
import { Tool } from './tool.js'

/** A decorator of the package's own, by the same name. */
export class Menu {
  @Tool({ name: 'open' })
  open({ file }: { file: string }) {
    return readFileSync(file, 'utf8')
  }
}
