import { describe, expect, it } from 'vitest'
import { personIdSchema } from '../../../src/shared/ids.ts'
import { checkCopied } from '../../../src/shared/record/guards/check-copied.ts'
import { checkJudgement } from '../../../src/shared/record/guards/check-judgement.ts'
import { checkMissing, type NoteContents } from '../../../src/shared/record/guards/check-missing.ts'
import { checkNames } from '../../../src/shared/record/guards/check-names.ts'
import { findPrivateOnly } from '../../../src/shared/record/guards/check-private-only.ts'
import type { DraftText } from '../../../src/shared/record/guards/draft-text.ts'
import { createNameFinder } from '../../../src/shared/record/guards/find-names.ts'
import { requiredElementSchema } from '../../../src/shared/record/record-rules.ts'
import type { Modality } from '../../../src/shared/session/vocabulary.ts'

const draft = (field: DraftText['field'], text: string, index = 0): DraftText => ({ field, index, text })

describe('copied sentences', () => {
  const sentence = 'She named two triggers and a plan for Friday evening.'
  const own = [draft('response', `Spoke early. ${sentence}`)]
  const personId = personIdSchema.parse('5b1c0a52-8f0e-4a53-9c1e-000000000009')
  const ofBen = (text: string) => [
    { text, about: 'Ben', source: { from: 'another-note', personId } } as const,
  ]
  const earlier = { from: 'earlier-note', number: 12, groupName: null, endedAtMs: 0, zone: 'UTC' } as const
  const ofIda = (text: string) => [{ text, about: 'Ida', source: earlier }]

  it('are shown with where they stand and where they come from', () => {
    expect(checkCopied(own, 'Ida', ofBen(`So he did. ${sentence}`), [])).toEqual([
      {
        guard: 'copied',
        sentence,
        source: { from: 'another-note', personId },
        original: { text: `So he did. ${sentence}`, start: 11, end: 11 + sentence.length },
        place: { field: 'response', index: 0, start: 13, end: 13 + sentence.length },
      },
    ])
    expect(checkCopied(own, 'Ida', [], ofIda(sentence))).toMatchObject([
      { source: { from: 'earlier-note', number: 12 } },
    ])
  })

  it('are the same with another name, pronoun, case and punctuation', () => {
    const clone = 'ben named two triggers, and a plan for Friday evening'
    expect(checkCopied(own, 'Ida', ofBen(clone), [])).toHaveLength(1)
  })

  it.each([
    ['another number', 'She shared 3 times during the hour.', 'She shared 4 times during the hour.'],
    ['fewer than five words', 'Passed in round two.', 'Passed in round two.'],
    ['another word', sentence, sentence.replace('Friday', 'Sunday')],
  ])('are not those with %s', (_, here, there) => {
    expect(checkCopied([draft('response', here)], 'Ida', ofBen(there), [])).toEqual([])
  })

  it('are looked for in what everyone shares only among earlier notes', () => {
    const shared = [draft('group-process', sentence), draft('home-practice', sentence)]
    expect(checkCopied(shared, 'Ida', ofBen(sentence), [])).toEqual([])
    expect(checkCopied(shared, 'Ida', [], ofIda(sentence))).toMatchObject([
      { place: { field: 'group-process' } },
    ])
  })
})

describe('a judgement', () => {
  it('is asked about where its own sentence shows nothing', () => {
    const text = 'Was resistant. She said “not today” twice.'
    expect(checkJudgement([draft('response', text)])).toEqual([
      { guard: 'judgement', words: 'resistant', place: { field: 'response', index: 0, start: 4, end: 13 } },
    ])
  })

  it('is not asked about in a plan or in what the facilitator did', () => {
    expect(
      checkJudgement([draft('plan', 'Stay engaged.'), draft('interventions', 'Supportive listening.')]),
    ).toEqual([])
  })
})

describe('missing elements', () => {
  const whole: NoteContents = {
    role: 'member',
    chartId: 'C-1',
    hasCome: true,
    topic: 'Evenings',
    interventions: ['Reflected.', ''],
    response: 'Spoke.',
    plan: '',
    groupPlan: 'Three calls.',
    goalCount: 1,
    openFollowUps: 0,
  }
  const bare: NoteContents = {
    ...whole,
    chartId: ' ',
    topic: '',
    interventions: ['\n'],
    response: '',
    groupPlan: '',
    goalCount: 0,
    openFollowUps: 1,
  }
  const all = requiredElementSchema.options
  const missing = (contents: NoteContents, required: readonly (typeof all)[number][] = all) =>
    checkMissing(contents, required).map(({ element }) => element)

  it('are none in a whole note, and all in an empty one', () => {
    expect(missing(whole)).toEqual([])
    expect(missing(bare)).toEqual(all)
  })

  it('are those alone that the clinic requires', () => {
    expect(missing(bare, ['plan'])).toEqual(['plan'])
    expect(missing(bare, [])).toEqual([])
  })

  it('are not asked of who never came or has no chart', () => {
    expect(missing({ ...bare, hasCome: false })).toEqual(['chart-id', 'topic', 'plan', 'risk-follow-up'])
    expect(missing({ ...bare, role: 'family' })).toEqual([
      'topic',
      'interventions',
      'response',
      'plan',
      'risk-follow-up',
    ])
  })
})

describe('what stands in a private note alone', () => {
  const [ida, ben] = [
    { preferredName: 'Ida', initials: 'IB' },
    { preferredName: 'Ben', initials: 'BF' },
  ]
  const people = [ida, ben]
  const nothing = { ofMember: [], ofSession: [], inPlace: [], modality: 'in-person' } as const

  const asked = (note: string, modality: Modality) =>
    findPrivateOnly([note], ida, people, { ...nothing, modality })

  it('is told of the member whom the note names, up to the next name', () => {
    const notes = ['Ida was pale. Sertraline was raised to 100 mg. Ben slept. UDS positive for fentanyl.']
    expect(findPrivateOnly(notes, ida, people, nothing)).toEqual(['medication'])
    expect(findPrivateOnly(notes, ben, people, nothing)).toEqual(['test-results'])
  })

  it('is told of everyone where nobody is named, unless the record of the session has it', () => {
    const notes = ['Sertraline was raised.']
    expect(findPrivateOnly(notes, ida, people, nothing)).toEqual(['medication'])
    const ofSession = ['Reports a new dose of sertraline.']
    expect(findPrivateOnly(notes, ida, people, { ...nothing, ofSession })).toEqual([])
  })

  it('is another contact: not the way in which the session was held, which its note says', () => {
    const byVideo = 'Ida by video until 20:10, with a bad line.'
    expect(asked(byVideo, 'in-person')).toEqual(['start-stop', 'modality'])
    expect(asked(byVideo, 'video')).toEqual([])
    expect(asked(byVideo, 'hybrid')).toEqual([])
    expect(asked(byVideo, 'phone')).toEqual(['start-stop', 'modality'])
    const byPhone = 'Phone call with Ida the day after.'
    expect(asked(byPhone, 'video')).toEqual(['modality'])
    expect(asked(byPhone, 'phone')).toEqual([])
    const inRoom = 'Ida came to my office for 20 minutes.'
    expect(asked(inRoom, 'in-person')).toEqual([])
    expect(asked(inRoom, 'video')).toEqual(['start-stop', 'modality'])
    expect(asked('Ida stayed, seen alone by video.', 'video')).toEqual(['modality'])
  })

  it('is nothing that the note itself has', () => {
    const notes = ['Ida: panic attacks at night, treatment plan changed.']
    const ofMember = ['She described panic attacks on three nights.']
    expect(findPrivateOnly(notes, ida, people, { ...nothing, ofMember })).toEqual(['treatment-plan'])
    expect(
      findPrivateOnly(notes, ida, people, { ...nothing, ofMember, inPlace: ['treatment-plan'] }),
    ).toEqual([])
  })
})

it('names are told of with their words and their places in every text', () => {
  const finder = createNameFinder([{ preferredName: 'Ben', initials: 'BF' }])
  const texts = [draft('topic', 'Ben'), draft('progress', 'As BF said.', 2)]
  expect(checkNames(texts, finder)).toEqual([
    {
      guard: 'names',
      words: 'Ben',
      isAnotherMember: true,
      place: { field: 'topic', index: 0, start: 0, end: 3 },
    },
    {
      guard: 'names',
      words: 'BF',
      isAnotherMember: true,
      place: { field: 'progress', index: 2, start: 3, end: 5 },
    },
  ])
})
