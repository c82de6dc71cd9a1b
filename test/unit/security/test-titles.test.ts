import { expect, test } from 'vitest'
import { titlesOf } from '../../support/test-titles.ts'

const hasTitle = (source: string) => titlesOf(source).some((pattern) => pattern.test('a lock'))

test.each([
  "it('a lock', () => {})",
  "test('a lock', async ({ page }) => {})",
  "  it.runIf(isLinux)('a lock', () => {})",
  "it.each([1, 2])('a lock', () => {})",
  "it.each([\n  1,\n])('a lock', () => {})",
  "it.skipIf(isWindows)(\n  'a lock',\n  () => {},\n)",
  "test('a %s', () => {})",
])('a test that runs is known by its title: %j', (source) => {
  expect(hasTitle(source)).toBe(true)
})

test.each([
  "it.skip('a lock', () => {})",
  "test.todo('a lock')",
  "test.fixme('a lock', () => {})",
  "it.fails('a lock', () => {})",
  "// it('a lock', () => {})",
  "/*\nit('a lock', () => {})\n*/",
  "describe.skip('locks', () => {\n  it('a lock', () => {})\n})",
  "it('a lock', () => {})\nit.only('another', () => {})",
  "const title = 'a lock'",
])('one that does not run counts for nothing: %j', (source) => {
  expect(hasTitle(source)).toBe(false)
})
