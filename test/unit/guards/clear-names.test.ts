import { describe, expect, it, test } from 'vitest'
import { createNameClearer, leftOutSentence } from '../../../src/shared/record/guards/clear-names.ts'
import { heldOutNames } from '../../guards/held-out-names.ts'
import { labelledMoreNames } from '../../guards/labelled-more-names.ts'
import { labelledNames } from '../../guards/labelled-names.ts'
import { labelledPeople } from '../../guards/labelled-people.ts'
import { readLabels } from '../../guards/score-names.ts'

const people = [
  {
    preferredName: 'Zephyrine Okoro',
    initials: 'ZQ',
    aliases: ['Birdie', '+1 312 555 0142'],
    label: 'Member 1',
  },
  {
    preferredName: 'José Ángel',
    initials: 'JA',
    aliases: ['husband Tobias'],
    numbers: ['0417-3'],
    label: 'Member 2',
  },
  { preferredName: 'Jess', initials: 'JO', label: 'Member 3' },
  { preferredName: 'Ana', initials: 'AB', label: 'Member 4' },
  { preferredName: 'Ana', initials: 'AC', label: 'Member 5' },
  { preferredName: '山田 花子', initials: '山', label: 'Guest 1' },
  { preferredName: 'Dagny', initials: 'DD', label: 'another member' },
]
const { clear, clearLine } = createNameClearer(people, [{ preferredName: 'Jess Reed', initials: 'JR' }])

describe('a name that is one person’s alone', () => {
  it.each([
    ['Zephyrine asked José Ángel about it.', 'Member 1 asked Member 2 about it.'],
    ['Zephyrine’s plan held.', 'Member 1’s plan held.'],
    ['Borrowed Jess’ worksheet.', 'Borrowed Member 3 worksheet.'],
    ['Birdie thanked ZQ.', 'Member 1 thanked Member 1.'],
    ['花子さんは来た。', 'Guest 1さんは来た。'],
    ['Dagny was not there.', 'another member was not there.'],
    ['jose came late', 'Member 2 came late'],
    ['The group was calm.', 'The group was calm.'],
    ['', ''],
  ])('%s', (text, cleared) => {
    expect(clear(text)).toBe(cleared)
  })
})

it('a name that two people have is nobody’s number', () => {
  expect(clear('Ana cried.')).toBe('a member cried.')
})

it('whoever leads is named in full', () => {
  expect(clear('Jess Reed asked Jess.')).toBe('Jess Reed asked Member 3.')
})

describe('a sentence that could still name somebody is left out', () => {
  it.each([
    'Her husband Tobias waited outside.',
    'Call 312 555 0142 first.',
    'Chart 0417-3 is missing.',
    'The ángel on her card.',
  ])('%s', (sentence) => {
    expect(clear(sentence)).toBe(leftOutSentence)
    expect(clear(`Calm.\n\n${sentence}  Warm.`)).toBe(`Calm.\n\n${leftOutSentence}  Warm.`)
    expect(clearLine(sentence)).toBeNull()
  })

  it('with one mark for several in a row', () => {
    expect(clear('Calm. Tobias came. Tobias left. Warm.')).toBe(`Calm. ${leftOutSentence} Warm.`)
  })
})

it('a line keeps its place where names have labels', () => {
  expect(clearLine('Farewell to Zephyrine')).toBe('Farewell to Member 1')
})

test('of every labelled sentence, written as notes are, no name is left that gives somebody away', () => {
  const labelled = labelledPeople.map((person, index) => ({ ...person, label: `Member ${index + 1}` }))
  const clearer = createNameClearer(labelled, [])
  const left: string[] = []
  for (const { sentences } of [...labelledNames, ...labelledMoreNames, ...heldOutNames])
    for (const sentence of sentences) {
      const { text, places } = readLabels(sentence)
      if (places.length === 0) continue
      const cleared = clearer.clear(text)
      if (places.some(([start, end]) => cleared.includes(text.slice(start, end)))) left.push(sentence)
    }
  expect(left).toEqual([])
})
