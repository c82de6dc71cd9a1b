import { findPrivateOnly } from '../../src/shared/record/guards/check-private-only.ts'
import type { DraftText } from '../../src/shared/record/guards/draft-text.ts'
import { runGuards } from '../../src/shared/record/guards/run-guards.ts'
import { requiredElementSchema } from '../../src/shared/record/record-rules.ts'
import { labelledMoreNames } from '../../test/guards/labelled-more-names.ts'
import { labelledNames } from '../../test/guards/labelled-names.ts'
import { labelledJudgements, labelledPrivate } from '../../test/guards/labelled-others.ts'
import { labelledPeople } from '../../test/guards/labelled-people.ts'
import { readLabels } from '../../test/guards/score-names.ts'
import { percentile } from './percentile.ts'

const noteCount = 12
const wordCount = 300
const earlierCount = 3
const source = { from: 'earlier-note', number: 1, groupName: null, endedAtMs: 0, zone: 'UTC' } as const
const roundCount = 21

export interface GuardTimes {
  /** All guards over every note of a session. */
  readonly guardsMs: number
  /** Looking at each character of the same texts once. */
  readonly walkMs: number
}

interface Note {
  readonly about: string
  readonly texts: readonly DraftText[]
}

// Sentences as they stand in notes, names and judgements among them.
const pool = [
  ...[...labelledNames, ...labelledMoreNames].flatMap(({ sentences }) =>
    sentences.map((sentence) => readLabels(sentence).text),
  ),
  ...labelledJudgements.map(([sentence]) => sentence),
]
const privateNotes = labelledPrivate.map(([sentence]) => sentence)

/** Times the guards over a session of twelve notes, 300 words each, and the three notes before them of each member. */
export function timeGuards(): GuardTimes {
  const people = labelledPeople.slice(0, noteCount)
  const notes = people.map((person, index) => makeNote(person.preferredName, index))
  const earlier = people.map((person, index) =>
    Array.from({ length: earlierCount }, (_, back) =>
      makeNote(person.preferredName, index + 31 * (back + 1)),
    ),
  )
  const [guards, walks]: [number[], number[]] = [[], []]
  for (let round = 0; round < roundCount; round += 1) {
    guards.push(timed(() => notes.forEach((note, at) => guard(notes, earlier[at] ?? [], note, at))))
    walks.push(timed(() => [...notes, ...earlier.flat()].forEach(walk)))
  }
  return { guardsMs: percentile(guards, 0.5), walkMs: percentile(walks, 0.5) }
}

function guard(notes: readonly Note[], earlier: readonly Note[], { texts, about }: Note, at: number): void {
  const people = labelledPeople.slice(0, noteCount)
  const member = people[at]
  if (member === undefined) return
  const compared = (note: Note) => note.texts.map(({ text }) => ({ text, about: note.about, source }))
  const written = texts.map(({ text }) => text)
  runGuards({
    texts,
    contents: {
      role: 'member',
      chartId: 'C-1',
      hasCome: true,
      topic: 'Evenings',
      interventions: written.slice(0, 1),
      response: about,
      plan: '',
      groupPlan: '',
      goalCount: 0,
      openFollowUps: 0,
    },
    required: requiredElementSchema.options,
    member,
    others: people.filter((person) => person !== member),
    facilitators: [],
    otherNotes: notes.filter((note) => note.about !== about).flatMap(compared),
    earlierNotes: earlier.flatMap(compared),
    privateOnly: findPrivateOnly(privateNotes, member, people, {
      ofMember: written,
      ofSession: notes.flatMap((note) => note.texts.map(({ text }) => text)),
      inPlace: [],
      modality: 'in-person',
    }),
  })
}

function makeNote(about: string, seed: number): Note {
  const sentences: string[] = []
  let words = 0
  for (let at = seed * 17; words < wordCount; at += 7) {
    const sentence = pool[at % pool.length] ?? ''
    sentences.push(/[.!?。]$/u.test(sentence) ? sentence : `${sentence}.`)
    words += sentence.split(' ').length
  }
  const half = sentences.length / 2
  return {
    about,
    texts: [
      { field: 'interventions', index: 0, text: sentences.slice(0, half / 2).join(' ') },
      { field: 'group-process', index: 0, text: sentences.slice(half / 2, half).join(' ') },
      { field: 'response', index: 0, text: sentences.slice(half).join(' ') },
    ],
  }
}

function walk({ texts }: Note): void {
  let sum = 0
  for (const { text } of texts) for (let at = 0; at < text.length; at += 1) sum += text.charCodeAt(at)
  if (sum < 0) throw new Error('a character has a code')
}

function timed(work: () => void): number {
  const startMs = performance.now()
  work()
  return performance.now() - startMs
}
