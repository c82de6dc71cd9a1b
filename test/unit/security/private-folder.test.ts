import { mkdtempSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { makePrivateFolder } from '../../../src/main/private-folder.ts'

const parent = mkdtempSync(join(tmpdir(), 'circlekeeper-folder-'))

afterAll(() => {
  rmSync(parent, { recursive: true })
})

function rightsOf(path: string): number {
  return statSync(path).mode & 0o777
}

test.skipIf(process.platform === 'win32')('a new folder, and what leads to it, is its owner’s alone', () => {
  const path = join(parent, 'new', 'folder')
  expect(makePrivateFolder(path)).toBe(true)
  expect([rightsOf(path), rightsOf(join(parent, 'new'))]).toEqual([0o700, 0o700])
})

test.skipIf(process.platform === 'win32')('one that is there keeps its rights', () => {
  const path = join(parent, 'there')
  mkdirSync(path, { mode: 0o755 })
  expect(makePrivateFolder(path)).toBe(true)
  expect(rightsOf(path)).toBe(0o755)
})

test('a place that holds no folder is said to be none', () => {
  const file = join(parent, 'file')
  writeFileSync(file, '')
  expect(makePrivateFolder(file)).toBe(false)
  expect(makePrivateFolder(join(file, 'below'))).toBe(false)
})
