import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { proposeInitials } from '../../../src/shared/roster/propose-initials.ts'
import { memberDraftSchema } from '../../../src/shared/roster/member.ts'

describe('initials proposed for a name', () => {
  it.each([
    ['Ana Lopez', 'AL'],
    ['ana maria lopez', 'AML'],
    ['Maria de los Angeles Ortiz', 'MDO'],
    ['Dee', 'De'],
    ['X', 'X'],
    ['Jean-Luc Picard', 'JLP'],
    ["Siobhán O'Neill", 'SO'],
    ['Ana 2', 'A2'],
    ['  Ben   (Tuesdays)  ', 'BT'],
    ['דוד כהן', 'דכ'],
    ['محمد علي', 'م.ع'],
    ['山田太郎', '山田'],
    ['김 민준', '김민'],
    ['Ángel Ñandú', 'ÁÑ'],
    ['ßanta Maria', 'ßM'],
    ['🦊', '🦊'],
    ['Fox 🦊', 'F🦊'],
    ['👩‍👩‍👧‍👦', '👩'],
    ['🇫🇷 Chloé', '🇫🇷C'],
  ])('%s → %s', (name, initials) => {
    expect(proposeInitials(name)).toBe(initials)
  })

  it.each(['', '   ', '…', '—()', '\u200f'])('has nothing to offer for %j', (name) => {
    expect(proposeInitials(name)).toBe('')
  })

  it('gives a second person with the same initials others', () => {
    expect(proposeInitials('Ana Lopez', ['AL'])).toBe('ALo')
    expect(proposeInitials('Ana Lopez', ['al', 'ALO'])).toBe('AL2')
    expect(proposeInitials('Dee', ['De', 'Dee'])).toBe('De2')
  })

  it('always fits a field for initials', () => {
    const initials = memberDraftSchema.shape.initials
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.array(fc.string({ maxLength: 6 })),
        (name, taken) => {
          const proposed = proposeInitials(name, taken)
          return proposed === '' || initials.safeParse(proposed).success
        },
      ),
    )
  })
})
