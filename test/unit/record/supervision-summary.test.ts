import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { supervisionSummaryDocument } from '../../../src/main/documents/supervision-summary.tsx'
import { measureIdSchema, type PersonId } from '../../../src/shared/ids.ts'
import { defaultRecordRules } from '../../../src/shared/record/record-rules.ts'
import {
  summarizeForSupervision,
  type SupervisionSources,
} from '../../../src/shared/record/summarize-for-supervision.ts'
import type { SupervisionSummary } from '../../../src/shared/record/supervision-summary.ts'
import type { SessionState } from '../../../src/shared/session/state.ts'
import { isFacilitator } from '../../../src/shared/session/vocabulary.ts'
import { paperStamp } from '../../support/session-paper-cases.ts'
import { facts } from '../documents/summary-facts.ts'
import { evening, seat } from '../renderer-roster/evening.ts'
import { runArbitrary } from '../session/arbitrary-run.ts'
import { step } from '../session/run.ts'

const mood = measureIdSchema.parse(crypto.randomUUID())
const measures = [{ id: mood, name: 'Mood', better: 'higher', isBuiltIn: true, isRetired: false }] as const

/** Names, initials and nicknames that are no word of any language, so that each of them is seen wherever it is left. */
function memberOf(personId: PersonId, index: number): SupervisionSources['members'][number] {
  const letter = String.fromCodePoint(65 + (index % 26))
  return {
    id: personId,
    preferredName: `Zorb${letter.toLowerCase()}xa Quilv${letter.toLowerCase()}m`,
    initials: `Z${letter}Q`,
    aliases: [`Wuzz${letter.toLowerCase()}k`],
    chartId: `8800${String(index).padStart(2, '0')}`,
  }
}

function sourcesOf(state: SessionState, change: Partial<SupervisionSources> = {}): SupervisionSources {
  const others = state.people.filter(({ role }) => !isFacilitator(role))
  return {
    state,
    summary: { ...facts, startedAtMs: state.startedAtMs ?? 0, endedAtMs: state.endedAtMs ?? 0 },
    members: others.map(({ personId }, index) => memberOf(personId, index)),
    facilitators: state.people
      .filter(({ role }) => isFacilitator(role))
      .map(({ personId }) => ({ id: personId, name: 'Nora Field', initials: 'NF' })),
    measures,
    rules: defaultRecordRules,
    nowMs: (state.endedAtMs ?? 0) + 3_600_000,
    ...change,
  }
}

function wordsOf(summary: SupervisionSummary): string {
  const { bodyHtml, footerHtml, title } = supervisionSummaryDocument(
    summary,
    paperStamp('supervision-summary'),
    'en-US',
  )
  return [JSON.stringify(summary), bodyHtml, footerHtml, title].join('\n')
}

describe('a summary for supervision', () => {
  const state = evening([
    [-2, { type: 'arrive', personId: seat(1) }],
    [-2, { type: 'arrive', personId: seat(3) }],
    [-2, { type: 'arrive', personId: seat(4) }],
    [-1, { type: 'record-check-in', personId: seat(3), measureId: mood, moment: 'start', value: 4 }],
    [2, { type: 'mark', personId: seat(3), mark: 'skill' }],
    [3, { type: 'mark', personId: seat(3), mark: 'skill' }],
    [4, { type: 'mark', personId: seat(4), mark: 'risk' }],
    [5, { type: 'next-phase' }],
    [6, { type: 'give-floor', personId: seat(1) }],
    [8, { type: 'pass-on', personId: seat(3) }],
    [10, { type: 'mark', personId: seat(4), mark: 'passed' }],
    [80, { type: 'record-check-in', personId: seat(3), measureId: mood, moment: 'end', value: 7 }],
  ])

  it('numbers people by their seats, whether or not they came, and tells what was noted of those who did', () => {
    const { people, followUps, rounds, attendance } = summarizeForSupervision(sourcesOf(state))
    expect(people).toEqual([
      { label: 'Member 1', marks: [], checkIns: [] },
      {
        label: 'Member 3',
        marks: [{ mark: 'skill', count: 2 }],
        checkIns: [{ measure: 'Mood', start: 4, end: 7 }],
      },
      {
        label: 'Member 4',
        marks: [
          { mark: 'passed', count: 1 },
          { mark: 'risk', count: 1 },
        ],
        checkIns: [],
      },
    ])
    expect(followUps).toEqual([
      { label: 'Member 4', openedAtMs: Date.UTC(2026, 10, 17, 18, 4), closedAtMs: null },
    ])
    expect(rounds).toMatchObject([{ peopleCount: 3, goneCount: 3, passedCount: 1 }])
    expect(attendance).toMatchObject({ expected: 6, came: 3, noShow: 3 })
  })

  it('has numbers where texts had names, and no line that names somebody', () => {
    const [first] = sourcesOf(state).members
    const name = first?.preferredName ?? ''
    const summary = {
      ...facts,
      topic: `What ${name} brought`,
      groupName: 'Chart 880000',
      groupProcess: `${name} spoke. Chart 880000 came up.`,
      homePractice: `Wuzzak brings a log.`,
      phases: facts.phases.map((phase) => ({ ...phase, name: `Farewell to ${name}, 880000` })),
    }
    const told = summarizeForSupervision(sourcesOf(state, { summary }))
    expect(told).toMatchObject({
      topic: 'What Member 1 brought',
      groupName: null,
      groupProcess: 'Member 1 spoke. [A sentence is left out: it could name somebody.]',
      homePractice: 'Member 1 brings a log.',
    })
    expect(told.phases[1]?.name).toBe('Phase 2')
  })

  it('tells how far the notes are, and what is overdue by the rules of the clinic', () => {
    const [first, second, third] = [0, 1, 7].map((days) => {
      const nowMs = (state.endedAtMs ?? 0) + days * 86_400_000
      return summarizeForSupervision(sourcesOf(state, { nowMs })).notes
    })
    expect(first).toMatchObject({ owedCount: 3, signedCount: 0, awaitingCount: 0, overdueCount: 0 })
    // Risk was marked for one of them.
    expect(second?.overdueCount).toBe(1)
    expect(third?.overdueCount).toBe(3)
  })
})

it('names nobody, by name, initials, nickname or number, whatever happened and whatever was typed', () => {
  const filler = fc.constantFrom(
    'The group',
    'was calm.',
    'told',
    'and',
    'asked',
    '“',
    '”,',
    'later;',
    '\n',
    'wept.',
  )
  let named = 0
  fc.assert(
    fc.property(
      runArbitrary,
      fc.array(fc.tuple(filler, fc.nat(30), fc.nat(5), fc.nat(2)), { maxLength: 30 }),
      ({ runs }, pieces) => {
        const last = runs.at(-1)
        if (last === undefined) return
        const end = { command: { type: 'end' }, passMs: 61_000, wallJumpMs: 0, isNewRun: false } as const
        const { state } = step(last, end)
        if (state.stage !== 'ended') return
        const sources = sourcesOf(state)
        const text = pieces
          .map(([words, who, how, form]) => {
            const member = sources.members[who % Math.max(1, sources.members.length)]
            if (member === undefined) return words
            const [first = '', surname = ''] = member.preferredName.split(' ')
            const called = [
              first,
              surname,
              member.preferredName,
              member.initials,
              ...member.aliases,
              member.chartId,
            ]
            const name = called[how] ?? ''
            named += 1
            return `${words} ${form === 0 ? name : form === 1 ? `${name}’s` : name.toUpperCase()}`
          })
          .join(' ')
        const told = wordsOf(
          summarizeForSupervision({
            ...sources,
            summary: {
              ...sources.summary,
              topic: text,
              groupName: text,
              groupProcess: text,
              plan: text,
              homePractice: text,
              facilitators: facts.facilitators.map((one) => ({ ...one, interventions: text })),
              phases: facts.phases.map((phase) => ({ ...phase, name: text })),
            },
            measures: measures.map((measure) => ({ ...measure, name: text })),
          }),
        )
        expect(told).not.toMatch(/zorb|quilv|wuzz|Z[A-Z]Q|\b8800\d\d\b/i)
        for (const { personId } of state.people) expect(told).not.toContain(personId)
      },
    ),
    { numRuns: 80 },
  )
  expect(named).toBeGreaterThan(200)
})
