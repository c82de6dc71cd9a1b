import { describe, expect, test } from 'vitest'
import {
  openForWords,
  signedOnWords,
  signedWords,
  signerWords,
  sinceWords,
  whyUnsigned,
} from '../../../src/renderer/follow-up/follow-up-words.ts'
import { noteMaxLength } from '../../../src/shared/words.ts'

const minute = 60_000
const hour = 60 * minute
const zone = 'America/Chicago'
/** Tuesday 17 November 2026, 18:21 in Chicago. */
const openedAtMs = Date.UTC(2026, 10, 18, 0, 21)

describe('how long it is open', () => {
  test.each([
    [0, 'open 0 min'],
    [59 * minute, 'open 59 min'],
    [hour, 'open 1 h'],
    [24 * hour - 1, 'open 23 h'],
    [24 * hour, 'open 24 h, over 24 h'],
    [26 * hour, 'open 26 h, over 24 h'],
    [48 * hour, 'open 2 days, over 24 h'],
    [-minute, 'open 0 min'],
  ])('%d ms: %s', (ms, words) => {
    expect(openForWords(openedAtMs, openedAtMs + ms)).toBe(words)
  })

  test('since when says the day only where it is another', () => {
    expect(sinceWords(openedAtMs, openedAtMs + hour, zone)).toMatch(/^6:21\sPM$/)
    expect(sinceWords(openedAtMs, openedAtMs + 24 * hour, zone)).toMatch(/^Tue, Nov 17, 6:21\sPM$/)
  })
})

describe('the signature', () => {
  test('is the person’s as they stand on file, at the time where they are', () => {
    expect(signerWords({ name: 'Dana Reyes', credentials: 'LCSW' })).toBe('Dana Reyes, LCSW,')
    expect(signerWords({ name: 'Dana Reyes', credentials: '' })).toBe('Dana Reyes')
    expect(signedOnWords(openedAtMs, zone)).toMatch(/^on Nov 17, 2026 at 6:21\sPM$/)
  })

  test('is not given without words, nor under more than can be kept', () => {
    expect(whyUnsigned(' \n')).toBe('Write what was done; then it can be signed.')
    expect(whyUnsigned('Called.')).toBeNull()
    expect(whyUnsigned('a'.repeat(noteMaxLength))).toBeNull()
    expect(whyUnsigned('a'.repeat(noteMaxLength + 2))).toBe(
      '2 characters too long to be signed; nothing is lost.',
    )
  })
})

test('each signature is said in other words than the one before, and none says what it was about', () => {
  const said = [0, 1, 2, 3].map(signedWords)
  expect(said[0]).toBe('')
  expect(said[1]).toBe('Signed and closed')
  expect(new Set(said).size).toBe(4)
})
