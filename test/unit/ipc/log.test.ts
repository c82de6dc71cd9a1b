import { expect, test } from 'vitest'
import { placeOf } from '../../../src/shared/place-of.ts'

test('the place of an error is a file and a line of ours', () => {
  expect(placeOf(new Error('words'))).toMatch(/^log\.test\.ts:\d+:\d+$/)
})

test.each([undefined, null, 'a text', { stack: 'at x (secret.js:1:1)' }])('%j has no place', (error) => {
  expect(placeOf(error)).toBe('unknown')
})

test('a stack that does not begin with its message is not read', () => {
  const error = new Error('before')
  void error.stack
  error.message = 'after'
  expect(placeOf(error)).toBe('unknown')
})
