import { describe, expect, it } from 'vitest'
import { contract } from '../../../src/shared/ipc/contract.ts'
import { satisfiesPassphraseRule } from '../../../src/shared/vault/passphrase-rule.ts'

const isPin = (pin: string) => contract['conceal.set-pin'].input.safeParse({ pin, passphrase: 'x' }).success

describe('a PIN', () => {
  it.each(['1234', '00000000', '987654'])('%j is one, and can never be a passphrase', (pin) => {
    expect(isPin(pin)).toBe(true)
    expect(satisfiesPassphraseRule(pin)).toBe(false)
  })

  it.each(['123', '123456789', '12a4', '', '١٢٣٤', ' 1234', '1234\n'])('%j is none', (pin) => {
    expect(isPin(pin)).toBe(false)
  })
})
