import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { hasTest, namedTests } from '../../support/test-titles.ts'

const root = join(import.meta.dirname, '../../..')
const document = readFileSync(join(root, 'docs/security.md'), 'utf8')
const [before = '', limits = ''] = document.split('## What is not promised')
const [threats = '', promises = ''] = before.split('## Promises')
const rows = promises.split('\n').filter((line) => /^\| (?!Promise|---)/.test(line))
const named = namedTests(promises)
/** Each way in, as a chapter of the threat model. */
const chapters = threats.split(/^### /m).slice(1)

test('every promise stands beside a test, and what is not promised is said', () => {
  expect(rows.length).toBeGreaterThan(30)
  expect(rows.filter((row) => !row.includes(' › '))).toEqual([])
  expect(named).toHaveLength(rows.length)
  expect(limits.match(/^- /gm)?.length).toBeGreaterThan(10)
})

test('each of eight threats says what stops it, which tests hold that, and what remains', () => {
  expect(chapters).toHaveLength(8)
  for (const part of ['**Stops them:**', '**Held by:**', '**Remains:**'])
    expect(chapters.filter((chapter) => chapter.split(part).length !== 2)).toEqual([])
  expect(chapters.filter((chapter) => namedTests(chapter).length < 3)).toEqual([])
})

test('what no program of this kind can keep off is said', () => {
  const said = [
    // An administrator, or a program of the same user; recorded keys; memory that is read.
    /controls the computer/,
    /record\s+keys/,
    /read\s+the\s+memory/,
    // What the system writes down of memory.
    /sleeps, swaps/,
    /core dump/,
    /screenshots/,
  ]
  expect(said.filter((words) => !words.test(limits))).toEqual([])
})

test.each([...namedTests(threats), ...named])('$file has a test "$title"', ({ file, title }) => {
  const path = join(root, file)
  expect(existsSync(path)).toBe(true)
  expect(hasTest(path, title)).toBe(true)
})
