import { describe, expect, it } from 'vitest'
import { satisfiesPassphraseRule } from '../../../src/shared/vault/passphrase-rule.ts'

describe('the rule for passphrases', () => {
  it.each([
    ['twelve characters', 'abcdefghijkl'],
    ['four short words', 'ox by sea go'],
    ['four words under twelve characters', 'we go up it'],
    ['four words in another script', 'я ты мы он они'],
    ['characters outside the first plane, counted as one each', '🌊🌋🌌🌍🌎🌏🌐🌑🌒🌓🌔🌕'],
  ])('accepts %s', (_, passphrase) => {
    expect(satisfiesPassphraseRule(passphrase)).toBe(true)
  })

  it.each([
    ['nothing', ''],
    ['eleven characters', 'abcdefghijk'],
    ['eleven characters among blanks', '      abcdefghijk      '],
    ['blanks alone', ' '.repeat(20)],
    ['four letters', 'a b c d'],
    ['one word four times', 'go go go Go'],
    ['six characters outside the first plane', '🌊🌋🌌🌍🌎🌏'],
  ])('refuses %s', (_, passphrase) => {
    expect(satisfiesPassphraseRule(passphrase)).toBe(false)
  })
})
