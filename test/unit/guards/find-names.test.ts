import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createNameFinder } from '../../../src/shared/record/guards/find-names.ts'
import type { Nameable } from '../../../src/shared/roster/nameable.ts'

const named = (preferredName: string, aliases: readonly string[] = []): Nameable => ({
  preferredName,
  initials: '',
  aliases,
})

function wordsFound(text: string, others: readonly Nameable[], own: readonly Nameable[] = []): string[] {
  return createNameFinder(others, own)
    .find(text)
    .map(({ start, end }) => text.slice(start, end))
}

const rosterNames = [
  'Ida',
  'Jess',
  'Alexander',
  'Mary Ann',
  'Jean-Luc',
  'Siobhán',
  'Zoë',
  "D'Arcy",
  'Nguyễn Thảo',
  'Łukasz',
  'Søren',
  'Ayşe',
  'İpek',
  'Ольга',
  'Νίκος',
  'محمد',
  'דניאל',
  '山田',
  '佐藤花子',
  '김민수',
  'สมชาย',
]
const fillers = [
  'said',
  'that',
  'she',
  'left',
  'the',
  'room',
  'at',
  '18:40',
  'and',
  'a',
  'plan',
  'ok',
  'notes',
]
const filler = fc.array(fc.constantFrom(...fillers), { maxLength: 8 })

describe('a name somewhere in a sentence', () => {
  it('is found at its exact place, once for each time, and nothing else is', () => {
    const sentence = fc.record({
      name: fc.constantFrom(...rosterNames),
      before: filler,
      after: filler,
      open: fc.constantFrom('', '(', '“', '"', '- ', '/'),
      close: fc.constantFrom('', ')', '”', '.', ',', '!', ':', '’s', "'s", '…'),
      form: fc.constantFrom<'NFC' | 'NFD'>('NFC', 'NFD'),
    })
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 4 }), (sentences) => {
        const people = rosterNames.map((name) => named(name))
        const expected: { start: number; end: number; name: string }[] = []
        let text = ''
        for (const { name, before, after, open, close, form } of sentences) {
          const head = `${before.join(' ')} ${open}`
          const typed = name.normalize(form)
          expected.push({
            start: text.length + head.length,
            end: text.length + head.length + typed.length,
            name,
          })
          text += `${head}${typed}${close} ${after.join(' ')}.\n`
        }
        const found = createNameFinder(people).find(text)
        expect(found.map(({ start, end, person }) => ({ start, end, name: person.preferredName }))).toEqual(
          expected,
        )
      }),
      { numRuns: 500 },
    )
  })

  it('is never outside the text, whatever the text and the names are', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    const person = fc.record({
      preferredName: name,
      initials: fc.string({ unit: 'grapheme', maxLength: 4 }),
      aliases: fc.array(name, { maxLength: 2 }),
    })
    const text = fc.string({ unit: 'grapheme', maxLength: 200 })
    fc.assert(
      fc.property(fc.array(person, { maxLength: 5 }), text, (people, typed) => {
        for (const { start, end } of createNameFinder(people).find(typed)) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(typed.length)
        }
      }),
    )
  })
})

describe('who is meant', () => {
  it('is the member themselves where the word fits them as well', () => {
    expect(wordsFound('Ann spoke.', [named('Ann Crane')], [named('Ann Vance')])).toEqual([])
  })

  it('is the other one where a word of theirs follows', () => {
    expect(wordsFound('Ann Crane spoke.', [named('Ann Crane')], [named('Ann Vance')])).toEqual(['Ann Crane'])
  })

  it('is the other one whose name it is, not a short form of the own', () => {
    expect(wordsFound('Alex spoke.', [named('Alex')], [named('Alexander')])).toEqual(['Alex'])
  })

  it('is whoever leads where the whole name stands, and the member where the first does', () => {
    const finder = createNameFinder([named('Grace Liu')], [], [named('Grace Osei')])
    expect(finder.find('Grace Osei taught the skill.')).toEqual([])
    expect(finder.find('Noor thanked Grace for it.')).toHaveLength(1)
  })
})

describe('what does not stand for a member', () => {
  const people = [named('Ida Brandvold', ['+1 312 555 0142', 'husband Tobias'])]

  it.each(['Tobias drove her home.', 'Call 312.555.0142 at 7:30.'])('%s', (text) => {
    expect(createNameFinder(people).find(text)).toMatchObject([{ isReplaceable: false }])
  })

  it('but the relation of a member is found by the member', () => {
    expect(createNameFinder(people).find('Spoke of Ida’s husband.')).toMatchObject([
      { start: 9, end: 12, isReplaceable: true },
    ])
  })
})

describe('numbers', () => {
  const people = [named('Ida', ['+49 171 234 5678'])]

  it.each([
    ['Call 0171 2345678.', ['0171 2345678']],
    ['Call +49 (171) 234-56-78 now.', ['+49 (171) 234-56-78']],
    ['Call 2345678.', ['2345678']],
    ['Call ٠١٧١٢٣٤٥٦٧٨.', ['٠١٧١٢٣٤٥٦٧٨']],
    ['Case 12345678901.', []],
    ['Slept 2 h, 34 min, 56 %, 78.', []],
  ])('%s', (text, found) => {
    expect(wordsFound(text, people)).toEqual(found)
  })
})

describe('a name of several words', () => {
  const klaus = [named('Klaus von Hohenstein'), named('Ana de la Cruz')]

  it.each([
    ['Disagreed with Klaus von Hohenstein about the rule.', ['Klaus von Hohenstein']],
    ['Klaus von Hohenstein’s turn was brief.', ['Klaus von Hohenstein']],
    ['Hohenstein spoke, then Klaus.', ['Hohenstein', 'Klaus']],
    ['Asked Klaus von another town.', ['Klaus']],
    ['Klaus. Hohenstein spoke.', ['Klaus', 'Hohenstein']],
  ])('is one name with what stands between: %s', (text, words) => {
    expect(wordsFound(text, klaus)).toEqual(words)
  })
})

describe('a name that is a month', () => {
  const people = [named('June Paulsen'), named('May Thornbury')]

  it.each([
    ['The letter came in June.', []],
    ['The letter came in. June said that evenings are hardest.', ['June']],
    ['Said what it was for; May agreed.', ['May']],
    ['Left on 3 May.', []],
  ])('is one only where the words before it stand beside it: %s', (text, words) => {
    expect(wordsFound(text, people)).toEqual(words)
  })
})
