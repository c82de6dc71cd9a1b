import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { hasTest, namedTests } from '../../test/support/test-titles.ts'

/** How many rows the checklist has. A row is never left out because there is nothing to say in it. */
export const rowCount = 32

/** Where the tests of a row run; the last of them needs a binary that may not be there. */
const places = ['unit', 'core', 'stand-in', 'Electron'] as const

export interface ChecklistRow {
  readonly number: number
  readonly item: string
  readonly how: string
  readonly tests: ReturnType<typeof namedTests>
  readonly places: readonly string[]
}

/** The rows of `docs/security-checklist.md`: number, item, how here, tests, where they run. */
export function readRows(document: string): ChecklistRow[] {
  return Array.from(document.matchAll(/^\| +(\d+) +\|(.*)\|$/gm), ([, number = '', rest = '']) => {
    const [item = '', how = '', tests = '', where = ''] = rest.split(' | ').map((cell) => cell.trim())
    return {
      number: Number(number),
      item,
      how,
      tests: namedTests(tests),
      places: where.split(',').map((place) => place.trim()),
    }
  })
}

/** What is wrong with the checklist, one sentence each; empty when every row is held by tests that exist. */
export function findProblems(document: string, root: string): string[] {
  const rows = readRows(document)
  const numbers = rows.map(({ number }) => number)
  const expected = Array.from({ length: rowCount }, (_, index) => index + 1)
  return [
    ...expected.filter((number) => !numbers.includes(number)).map((number) => `Row ${number} is missing.`),
    ...numbers
      .filter((number, index) => number !== index + 1)
      .map((number) => `Row ${number} is not in its place.`),
    ...rows.flatMap((row) => problemsOf(row, root)),
  ]
}

function problemsOf({ number, item, how, tests, places: where }: ChecklistRow, root: string): string[] {
  const unknown = where.filter((place) => !places.some((known) => known === place))
  return [
    ...(item === '' || how === '' ? [`Row ${number} does not say what it is, or how it is done here.`] : []),
    ...(tests.length === 0 ? [`Row ${number} has no test.`] : []),
    ...(where.includes('Electron') && where.length === 1
      ? [`Row ${number} is tested nowhere without Electron.`]
      : []),
    ...unknown.map((place) => `Row ${number} is tested in "${place}", which is no place.`),
    ...tests
      .filter(({ file, title }) => !existsSync(join(root, file)) || !hasTest(join(root, file), title))
      .map(({ file, title }) => `Row ${number} names a test that does not exist: ${file} › ${title}`),
  ]
}
