import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findProblems, readRows, rowCount } from '../../../scripts/support/check-checklist.ts'

const root = join(import.meta.dirname, '../../..')
const checklist = readFileSync(join(root, 'docs/security-checklist.md'), 'utf8')

/** The checklist after somebody has been at one row of it. */
function changed(number: number, change: (row: string) => string): string[] {
  const document = checklist.replace(new RegExp(`^\\| +${number} +\\|.*$`, 'm'), change)
  expect(document).not.toBe(checklist)
  return findProblems(document, root)
}

test('every row of the checklist is there, and is held by tests that exist', () => {
  expect(findProblems(checklist, root)).toEqual([])
  expect(readRows(checklist)).toHaveLength(rowCount)
})

test('a row that is left out is missed, wherever it was', () => {
  expect(changed(7, () => '')).toEqual(expect.arrayContaining(['Row 7 is missing.']))
  expect(changed(rowCount, () => '')).toEqual([`Row ${rowCount} is missing.`])
})

test('a row without a test, or with one that does not exist, is told', () => {
  expect(changed(7, (row) => row.replaceAll('`test/', '`'))).toEqual(['Row 7 has no test.'])
  expect(changed(7, (row) => row.replace('opens no window, not even our own', 'opens no door'))).toEqual([
    'Row 7 names a test that does not exist: test/unit/security/hardening.test.ts › opens no door',
  ])
  expect(changed(7, (row) => row.replace('hardening.test', 'softening.test'))[0]).toMatch(
    /^Row 7 names a test that does not exist/,
  )
})

test('a row that is seen in Electron alone is told', () => {
  expect(changed(22, (row) => row.replace(/\| unit, Electron\s*\|$/, '| Electron |'))).toEqual([
    'Row 22 is tested nowhere without Electron.',
  ])
})
