import { describe, expect, it } from 'vitest'
import { namesAnybody, namesInText } from '../../../src/shared/roster/names-in-text.ts'

const people = [
  { preferredName: 'Ana', initials: 'An' },
  { preferredName: 'Dee Sample', initials: 'DS' },
  { preferredName: 'محمد علي', initials: 'م.ع' },
  { preferredName: '山田', initials: '山田' },
  { preferredName: 'X', initials: 'X' },
  { preferredName: 'Mira Dole', initials: 'MD' },
]

const namedIn = (text: string) => namesInText(text, people).map(({ preferredName }) => preferredName)

describe('members whom a text names', () => {
  it.each([
    ['Ana called her brother.', ['Ana']],
    ['then ana’s turn', ['Ana']],
    ['Feedback from An to DS.', ['Ana', 'Dee Sample']],
    ['Dee, and another member', ['Dee Sample']],
    ['قال محمد علي شيئا', ['محمد علي']],
    ['彼は山田さんです', ['山田']],
    ['(Ana)', ['Ana']],
  ])('%s', (text, names) => {
    expect(namedIn(text)).toEqual(names)
  })

  it.each(['Banana bread', 'an urge', 'a deed', 'Anabel spoke', 'The group agreed.', '', 'X'.repeat(0)])(
    'nobody in %j',
    (text) => {
      expect(namedIn(text)).toEqual([])
    },
  )

  it('takes a name of one letter as a name, not as initials', () => {
    expect(namedIn('Then X went first.')).toEqual(['X'])
  })
})

describe('a text that strangers read', () => {
  it.each([
    'ANA speaks',
    'plan with dee',
    'Sample',
    'Ana’s plan',
    'Dée',
    'an hour with DS',
    'next to MD',
    'محمد',
    '山田さん',
  ])('could mean somebody: %s', (text) => {
    expect(namesAnybody(text, people)).toBe(true)
  })

  it.each(['Discussion', 'Check-in round', 'Bananas', 'ds', 'an hour', 'Examples', ''])(
    'means nobody: %j',
    (text) => {
      expect(namesAnybody(text, people)).toBe(false)
    },
  )
})
