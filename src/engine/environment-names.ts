import type { EnvironmentNames, EnvironmentRow } from './environment-rows.ts'
import type { Library } from './rows.ts'

/** The rows of all libraries together. */
export function environmentNames(libraries: readonly Library[]): EnvironmentNames {
  const all = new Map<string, Set<keyof EnvironmentRow>>()
  for (const { modules, environment = {} } of libraries) {
    for (const [use, paths] of Object.entries(environment) as [keyof EnvironmentRow, readonly string[]][]) { // rows have no other keys
      for (const path of paths) {
        for (const name of /^\*?\./u.test(path) ? [path] : modules.map((module) => `${module}:${path}`)) {
          all.set(name, (all.get(name) ?? new Set()).add(use))
        }
      }
    }
  }
  return all
}
