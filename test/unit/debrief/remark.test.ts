import { describe, expect, test } from 'vitest'
import { answered } from '../../../src/renderer/debrief/answer-text.ts'
import type { DraftTexts } from '../../../src/renderer/debrief/draft-texts.ts'
import { followEdit } from '../../../src/renderer/debrief/follow-edit.ts'
import { lettered, remarksOf, type Remark } from '../../../src/renderer/debrief/remark.ts'
import { sourceWords } from '../../../src/renderer/debrief/source-words.ts'
import { overriddenBy, standsBefore } from '../../../src/renderer/debrief/sign-note.ts'
import { personIdSchema } from '../../../src/shared/ids.ts'
import type { Finding } from '../../../src/shared/record/guards/finding.ts'

const personId = personIdSchema.parse('0190a5a0-0000-7000-8000-000000000001')
const ben = personIdSchema.parse('0190a5a0-0000-7000-8000-000000000002')

function texts(response: string, plan = ''): DraftTexts {
  return {
    topic: '',
    amendment: '',
    shared: { interventions: [], groupProcess: '', plan: '', homePractice: '' },
    response: { personId, response, plan, format: null, namesPhases: true, goals: [] },
  }
}

/** Where the words stand in the response. */
function place(text: string, words: string) {
  const start = text.indexOf(words)
  return { field: 'response', index: 0, start, end: start + words.length } as const
}

function named(text: string, words: string): Finding {
  return { guard: 'names', place: place(text, words), words, isAnotherMember: true }
}

function remark(text: string, ...findings: Finding[]): readonly Remark[] {
  return remarksOf({ findings, texts: texts(text) }, texts(text))
}

describe('a stretch of a text follows what is typed around it', () => {
  const before = 'Open to Ida today.'
  const ida = place(before, 'Ida')

  test('before it and after it', () => {
    const after = 'Quite open to Ida today, too.'
    const moved = followEdit(ida, before, `Quite ${before}`)
    expect(moved).toEqual({ ...ida, start: ida.start + 6, end: ida.end + 6 })
    expect(followEdit(ida, before, `${before} More.`)).toEqual(ida)
    expect(followEdit(ida, after, after)).toEqual(ida)
  })

  test('and is gone once it is itself changed', () => {
    expect(followEdit(ida, before, 'Open to Idas today.')).toEqual(ida)
    expect(followEdit(ida, before, 'Open to Iva today.')).toBeNull()
    expect(followEdit(ida, before, 'Open today.')).toBeNull()
  })
})

describe('remarks', () => {
  const text = 'Engaged with Ida; Ida agreed.'
  const findings: Finding[] = [
    { guard: 'missing', element: 'plan' },
    named(text, 'Ida'),
    {
      guard: 'names',
      words: 'Ida',
      isAnotherMember: true,
      place: { field: 'response', index: 0, start: 18, end: 21 },
    },
    { guard: 'judgement', place: place(text, 'Engaged'), words: 'Engaged' },
  ]

  test('have letters in the order of the text; a name that stands there twice is asked about once', () => {
    const remarks = remark(text, ...findings)
    expect(remarks.map(({ letter, finding }) => `${letter} ${finding.guard}`)).toEqual([
      'a judgement',
      'b names',
      'c missing',
    ])
    expect(remarks[1]?.places).toHaveLength(2)
    expect(remarks.map(({ comesFirst }) => comesFirst)).toEqual([false, true, true])
  })

  test('sentences copied from one note are one remark, with another key when more of them are', () => {
    const copied = (sentence: string, from = ben): Finding => ({
      guard: 'copied',
      place: place(text, sentence),
      sentence,
      source: { from: 'another-note', personId: from },
      original: { text, start: text.indexOf(sentence), end: text.indexOf(sentence) + sentence.length },
    })
    const first = copied('Engaged with Ida;')
    const one = remark(text, first)
    const two = remark(text, first, copied('Ida agreed.'))
    expect(two).toHaveLength(1)
    expect(two[0]?.sentences).toHaveLength(2)
    expect(two[0]?.originals).toEqual([
      {
        text,
        shared: [
          { start: 0, end: 17 },
          { start: 18, end: 29 },
        ],
      },
    ])
    expect(two[0]?.key).not.toBe(one[0]?.key)
    expect(remark(text, first, copied('Ida agreed.', personId))).toHaveLength(2)
  })

  test('those that are shown have the first letters', () => {
    const [, second] = remark(text, ...findings)
    expect(lettered(second === undefined ? [] : [second]).map(({ letter }) => letter)).toEqual(['a'])
  })

  test('of more than the alphabet has, the last is asked once another is answered', () => {
    const many = 'x '.repeat(27)
    const all = remark(
      many,
      ...Array.from({ length: 27 }, (_, index): Finding => {
        const at = { field: 'response', index: 0, start: index * 2, end: index * 2 + 1 } as const
        return { guard: 'judgement', place: at, words: `word ${index}` }
      }),
    )
    const shown = lettered(all)
    expect(shown.map(({ letter }) => letter).join('')).toBe('abcdefghijklmnopqrstuvwxyz')
    expect(standsBefore(all, shown, () => false)).toEqual([all.at(-1)])
    const [first, ...others] = all
    expect(lettered(others).at(-1)?.key).toBe(all.at(-1)?.key)
    expect(standsBefore(all, lettered(others), (one) => one === first)).toEqual([])
  })

  test('say whose note a sentence stands in too, and which', () => {
    const members = [{ personId: ben, name: 'Boris' }]
    const earlier = {
      number: 12,
      groupName: null,
      endedAtMs: Date.UTC(2026, 10, 15),
      zone: 'America/Chicago',
    }
    expect(sourceWords({ from: 'another-note', personId: ben }, members)).toBe('Boris’ note')
    expect(sourceWords({ from: 'another-note', personId }, members)).toBe('another member’s note')
    expect(sourceWords({ from: 'earlier-note', ...earlier }, members)).toBe(
      'your note of Sat, Nov 14, session 12',
    )
    expect(sourceWords({ from: 'earlier-note', ...earlier, groupName: 'Tuesday' }, members)).toBe(
      'your note of Sat, Nov 14, session 12 of Tuesday',
    )
  })
})

describe('answers', () => {
  test('write “another member” wherever the name stands, and begin a sentence as it should', () => {
    const text = 'Ida helped. She thanked Ida’s friend and Ida.'
    const findings = [0, 24, 41].map((start): Finding => ({
      guard: 'names',
      words: 'Ida',
      isAnotherMember: true,
      place: { field: 'response', index: 0, start, end: start + 3 },
    }))
    const [first] = remark(text, ...findings)
    expect(first && answered(texts(text), first, [])?.response.response).toBe(
      'Another member helped. She thanked another member’s friend and another member.',
    )
  })

  test('change what is added to a signed note, and nothing of the note', () => {
    const before = { ...texts('Thanked Ida.'), amendment: 'Ida drove.' }
    const start = { field: 'amendment', index: 0, start: 0, end: 3 } as const
    const finding: Finding = { guard: 'names', words: 'Ida', isAnotherMember: true, place: start }
    const [first] = remarksOf({ findings: [finding], texts: before }, before)
    expect(first && answered(before, first, [])).toEqual({ ...before, amendment: 'Another member drove.' })
  })

  test('add what the log has behind the sentence with the judgement', () => {
    const text = 'Engaged to the end. Stayed.'
    const [first] = remark(text, { guard: 'judgement', place: place(text, 'Engaged'), words: 'Engaged' })
    expect(first && answered(texts(text), first, ['Asked at 18:53.'])?.response.response).toBe(
      'Engaged to the end. Asked at 18:53. Stayed.',
    )
    const open = 'Seemed engaged'
    const [last] = remark(open, { guard: 'judgement', place: place(open, 'engaged'), words: 'engaged' })
    expect(last && answered(texts(open), last, ['Asked at 18:53.'])?.response.response).toBe(
      'Seemed engaged. Asked at 18:53.',
    )
    expect(last && answered(texts(open), last, [])).toBeNull()
  })
})

describe('what stands before a signature', () => {
  const text = 'Engaged with Ida.'
  const [judgement, name] = remark(text, named(text, 'Ida'), {
    guard: 'judgement',
    place: place(text, 'Engaged'),
    words: 'Engaged',
  })

  test('what has to be answered, until it is meant so', () => {
    if (judgement === undefined || name === undefined) throw new Error('There are two')
    const all = [judgement, name]
    expect(standsBefore(all, all, () => false)).toEqual([name])
    expect(standsBefore(all, all, (one) => one === name)).toEqual([])
    expect(overriddenBy(all)).toEqual(['judgement', 'names'])
  })

  test('and what nobody has seen yet', () => {
    if (judgement === undefined) throw new Error('There is one')
    expect(standsBefore([judgement], [], () => false)).toEqual([judgement])
    expect(standsBefore([judgement], [judgement], () => false)).toEqual([])
  })
})
