import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const document = readFileSync(join(root, 'docs/security.md'), 'utf8')
const [promises = '', limits = ''] = document.split('## What is not promised')
const rows = promises.split('\n').filter((line) => /^\| (?!Promise|---)/.test(line))
const named = [...promises.matchAll(/`(test\/[^`›]+?) › ([^`]+)`/g)].map(([, file = '', name = '']) => ({
  file,
  name,
}))

test('every promise stands beside a test, and what is not promised is said', () => {
  expect(rows.length).toBeGreaterThan(30)
  expect(rows.filter((row) => !row.includes(' › '))).toEqual([])
  expect(named).toHaveLength(rows.length)
  expect(limits.match(/^- /gm)?.length).toBeGreaterThan(10)
})

test.each(named)('$file has a test "$name"', ({ file, name }) => {
  const path = join(root, file)
  expect(existsSync(path)).toBe(true)
  expect(titlesOf(readFileSync(path, 'utf8')).some((title) => title.test(name))).toBe(true)
})

/** The titles of a file's tests. What a table fills in may be any words. */
function titlesOf(source: string): RegExp[] {
  const tests = source.matchAll(/\b(?:test|it)(?:\.\w+)*(?:\([^\n]*?\))?\(\s*(['"`])((?:\\.|(?!\1).)*)\1/g)
  return Array.from(tests, ([, , title = '']) => {
    const parts = title.split(/\$\{[^}]*\}|%[sj]|\$\w+/).map((part) => RegExp.escape(unescaped(part)))
    return new RegExp(`^${parts.join('.+')}$`)
  })
}

function unescaped(text: string): string {
  return text.replaceAll(/\\u([0-9a-f]{4})/gi, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  )
}
