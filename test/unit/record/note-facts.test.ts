import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measureIdSchema, personIdSchema, sessionIdSchema, type PersonId } from '../../../src/shared/ids.ts'
import { dataSentences } from '../../../src/shared/record/data-sentences.ts'
import { noteFacts, type NoteSources } from '../../../src/shared/record/note-facts.ts'
import { noteFactsSchema } from '../../../src/shared/record/note.ts'
import type { SessionState } from '../../../src/shared/session/state.ts'
import { isFacilitator } from '../../../src/shared/session/vocabulary.ts'
import { clock, evening, seat } from '../renderer-roster/evening.ts'
import { runArbitrary } from '../session/arbitrary-run.ts'
import { step } from '../session/run.ts'

const mood = measureIdSchema.parse(crypto.randomUUID())
const craving = measureIdSchema.parse(crypto.randomUUID())
const measure = { better: 'neither', isBuiltIn: false, isRetired: false } as const
const sessionId = sessionIdSchema.parse(crypto.randomUUID())

/** Everybody has a name that could be nothing else. */
function nameOf(personId: PersonId): string {
  return `Name-${personId}`
}

function factsOf(state: SessionState, personId: PersonId, more: Partial<NoteSources> = {}) {
  return noteFacts({
    sessionId,
    state,
    clinic: 'Harbour Clinic',
    groupName: 'Tuesday group',
    modality: 'video',
    member: { id: personId, preferredName: nameOf(personId), chartId: 'C-1' },
    facilitators: state.people
      .filter(({ role }) => isFacilitator(role))
      .map((one) => ({ id: one.personId, name: nameOf(one.personId), credentials: 'LCSW' })),
    shared: { interventions: [], groupProcess: '', plan: '', homePractice: '' },
    measures: [
      { id: craving, name: 'Craving', ...measure },
      { id: mood, name: 'Mood', ...measure },
    ],
    sentences: (person) => [...dataSentences(state, person, clock)],
    ...more,
  })
}

describe('the facts of a note', () => {
  const state = evening([
    [-2, { type: 'arrive', personId: seat(1) }],
    [-2, { type: 'arrive', personId: seat(2) }],
    [-1, { type: 'record-check-in', personId: seat(1), measureId: mood, moment: 'start', value: 4 }],
    [10, { type: 'mark', personId: seat(1), mark: 'skill' }],
    [12, { type: 'mark', personId: seat(2), mark: 'conflict' }],
    [20, { type: 'mark', personId: seat(1), mark: 'risk' }],
    [21, { type: 'mark', personId: seat(1), mark: 'skill' }],
    [80, { type: 'record-check-in', personId: seat(1), measureId: craving, moment: 'end', value: 7 }],
    [81, { type: 'record-check-in', personId: seat(1), measureId: mood, moment: 'end', value: 6 }],
    [82, { type: 'record-check-in', personId: seat(2), measureId: mood, moment: 'end', value: 9 }],
  ])

  it('are what the log and the roster hold', () => {
    const leadId = state.people.at(-1)?.personId ?? seat(1)
    const shared = {
      interventions: [{ personId: leadId, text: 'Urge surfing.' }],
      groupProcess: 'Warm.',
      plan: 'Three calls.',
      homePractice: 'A log.',
    }
    expect(factsOf(state, seat(1), { shared })).toEqual({
      sessionId,
      groupId: state.groupId,
      number: 14,
      clinic: 'Harbour Clinic',
      groupName: 'Tuesday group',
      groupType: 'relapse-prevention',
      part2: 'part2',
      modality: 'video',
      topic: 'High-risk evenings',
      zone: 'UTC',
      startedAtMs: state.startedAtMs,
      endedAtMs: state.endedAtMs,
      enteredLateAtMs: null,
      elapsedMs: 5_400_000,
      breakMs: 0,
      member: {
        personId: seat(1),
        name: nameOf(seat(1)),
        chartId: 'C-1',
        role: 'member',
        presence: 'present',
        hasCome: true,
        presentMs: 5_400_000,
        breakMs: 0,
      },
      sentences: [
        'Present for all 90 minutes.',
        'Used or practised a skill at 18:10 (Opening & agreements) and at 18:21 (Opening & agreements).',
        'Risk was marked at 18:20 (Opening & agreements).',
      ],
      marks: [
        { mark: 'skill', count: 2 },
        { mark: 'risk', count: 1 },
      ],
      checkIns: [
        { name: 'Craving', moment: 'end', value: 7 },
        { name: 'Mood', moment: 'start', value: 4 },
        { name: 'Mood', moment: 'end', value: 6 },
      ],
      followUps: [{ openedAtMs: Date.UTC(2026, 10, 17, 18, 20), closedAtMs: null }],
      memberCount: 2,
      guestCount: 0,
      facilitators: [
        {
          personId: leadId,
          name: nameOf(leadId),
          credentials: 'LCSW',
          role: 'lead',
          interventions: 'Urge surfing.',
        },
      ],
      groupProcess: 'Warm.',
      groupPlan: 'Three calls.',
      homePractice: 'A log.',
    })
  })

  it('of one who did not come say so, and are no less whole', () => {
    expect(factsOf(state, seat(3))).toMatchObject({
      member: { hasCome: false, presence: 'absent', presentMs: 0 },
      sentences: ['Did not attend; no-show.'],
      marks: [],
      checkIns: [],
      followUps: [],
    })
  })

  it('are there for no facilitator, no stranger, and not before the close', () => {
    const leadId = state.people.at(-1)?.personId ?? seat(1)
    expect(factsOf(state, leadId)).toBeNull()
    expect(factsOf(state, personIdSchema.parse(crypto.randomUUID()))).toBeNull()
    expect(factsOf({ ...state, endedAtMs: null }, seat(1))).toBeNull()
  })

  it('hold nobody else, and fit their schema, whatever happened in the session', () => {
    let looked = 0
    fc.assert(
      fc.property(runArbitrary, ({ runs }) => {
        const last = runs.at(-1)
        if (last === undefined) return
        const { state: ended } = step(last, {
          command: { type: 'end' },
          passMs: 60_000,
          wallJumpMs: 0,
          isNewRun: false,
        })
        for (const { personId, role } of ended.people) {
          const facts = factsOf(ended, personId)
          if (facts === null) continue
          looked += 1
          expect(isFacilitator(role)).toBe(false)
          expect(noteFactsSchema.parse(facts)).toEqual(facts)
          const text = JSON.stringify(facts)
          const others = ended.people.filter((one) => one.personId !== personId && !isFacilitator(one.role))
          for (const other of others) expect(text).not.toContain(other.personId)
        }
      }),
      { numRuns: 60 },
    )
    expect(looked).toBeGreaterThan(60)
  })
})
