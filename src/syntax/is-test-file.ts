import { relative, sep } from 'node:path'

const TEST_NAME = /[.\-_](?:test|tests|spec|e2e|fixture|fixtures)\.[cm]?[jt]sx?$/
const TEST_FOLDER = /^(?:__tests__|__mocks__|__fixtures__|tests?|specs?|e2e|fixtures?|mocks?)$/

/** Whether a file is a test by its name, or by a folder between the working directory and it. */
export function isTestFile(filename: string, cwd: string): boolean {
  const folders = relative(cwd, filename).split(sep).slice(0, -1)
  return TEST_NAME.test(filename) || folders.some((folder) => TEST_FOLDER.test(folder))
}
