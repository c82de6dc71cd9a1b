import { describe, expect, it } from 'vitest'
import { estimate } from '../../../src/renderer/vault/estimator.ts'
import { holdsNameOf, judge } from '../../../src/renderer/vault/strength.ts'

function strengthOf(passphrase: string, name = 'Robin Hale'): string {
  return judge(passphrase, estimate(passphrase, name.split(' ')), name).strength
}

describe('the strength of a passphrase', () => {
  it.each([
    ['copper', 'too-short'],
    ['copper lan', 'too-short'],
    ['passwordpassword', 'guessable'],
    ['aaaaaaaaaaaaaaaa', 'guessable'],
    ['my name is robin', 'guessable'],
    ['copper lantern quiet harbour', 'good'],
    ['copper lantern quiet harbour meadow', 'strong'],
  ])('%s is %s', (passphrase, expected) => {
    expect(strengthOf(passphrase)).toBe(expected)
  })

  it('puts the bead into the quarter of its word', () => {
    const quarters = ['too-short', 'guessable', 'good', 'strong']
    for (const guessesLog10 of [0, 5, 10.9, 11, 15, 21.9, 22, 60]) {
      for (const passphrase of ['x', 'long enough for it', 'a fourth word is here']) {
        const { strength, fraction } = judge(passphrase, { guessesLog10, holdsDate: false }, 'Nobody Else')
        const quarter = quarters.indexOf(strength)
        expect(fraction).toBeGreaterThan(quarter / 4)
        expect(fraction).toBeLessThanOrEqual((quarter + 1) / 4)
      }
    }
  })

  it('notices a date', () => {
    expect(estimate('harbour 1984-02-03 quiet', []).holdsDate).toBe(true)
    expect(estimate('copper lantern quiet harbour', []).holdsDate).toBe(false)
  })
})

describe('a name in a passphrase', () => {
  it.each([
    ['Robin Hale', 'the robin in the garden', true],
    ['Robin Hale', 'ROBINSON was here today', true],
    ['Renée Øster', 'renee likes the old sea', true],
    ['Ann Li', 'the channel is open now', false],
    ['Ann Li', 'ann opened the channel', true],
    ['Robin Hale', 'copper lantern quiet harbour', false],
    ['', 'copper lantern quiet harbour', false],
  ])('%s in “%s”: %s', (name, passphrase, expected) => {
    expect(holdsNameOf(name, passphrase)).toBe(expected)
  })
})
