import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseRecoveryCode, proposeRecoveryCode } from '../../../src/shared/vault/recovery-code.ts'

const shown = proposeRecoveryCode(randomBytes)
const code = shown.replaceAll('-', '')
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

describe('a recovery code', () => {
  it('is shown in seven groups of four symbols that look alike to no other', () => {
    expect(shown).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(parseRecoveryCode(shown)).toBe(code)
  })

  it('uses every symbol evenly', () => {
    const everyByte = Array.from({ length: 256 }, (_, byte) => byte)
    const counts = new Map<string, number>()
    for (const byte of everyByte) {
      const first = proposeRecoveryCode((size) => new Uint8Array(size).fill(byte)).charAt(0)
      counts.set(first, (counts.get(first) ?? 0) + 1)
    }
    expect([...counts.keys()].toSorted().join('')).toBe(alphabet)
    expect(new Set(counts.values())).toEqual(new Set([8]))
  })

  it('may be written in any case, with blanks and dashes, and with look-alikes', () => {
    const alike = shown.replaceAll('0', 'o').replaceAll('1', 'l')
    for (const written of [
      code,
      shown.toLowerCase(),
      ` ${shown.replaceAll('-', ' – ')}\n`,
      alike,
      alike.replaceAll('l', 'I'),
    ]) {
      expect(parseRecoveryCode(written)).toBe(code)
    }
  })

  it('tells every single wrong symbol', () => {
    for (let place = 0; place < code.length; place += 1) {
      for (const symbol of alphabet) {
        if (symbol === code[place]) continue
        expect(parseRecoveryCode(code.slice(0, place) + symbol + code.slice(place + 1))).toBeNull()
      }
    }
  })

  it('tells every two symbols that changed places', () => {
    for (let first = 0; first < code.length; first += 1) {
      for (let second = first + 1; second < code.length; second += 1) {
        const symbols = code.split('')
        const [a = '', b = ''] = [symbols[first], symbols[second]]
        if (a === b) continue
        symbols[first] = b
        symbols[second] = a
        expect(parseRecoveryCode(symbols.join(''))).toBeNull()
      }
    }
  })

  it('is not found in anything shorter, longer or foreign', () => {
    expect(parseRecoveryCode('')).toBeNull()
    expect(parseRecoveryCode(code.slice(1))).toBeNull()
    expect(parseRecoveryCode(`0${code}`)).toBeNull()
    expect(parseRecoveryCode(code.replace(/.$/, 'U'))).toBeNull()
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => parseRecoveryCode(text) === null),
    )
  })
})
