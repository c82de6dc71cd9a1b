import { groupIdSchema, noteIdSchema, personIdSchema, phaseIdSchema } from '../../../src/shared/ids.ts'
import { agendaTemplates } from '../../../src/shared/agenda/templates.ts'
import type { AnyCommand } from '../../../src/shared/session/commands.ts'
import { advance } from '../../../src/shared/session/advance.ts'
import { decide } from '../../../src/shared/session/decide.ts'
import type { SessionEvent } from '../../../src/shared/session/events.ts'
import { fold } from '../../../src/shared/session/fold.ts'
import { emptySession, type SessionState } from '../../../src/shared/session/state.ts'

const startMs = Date.UTC(2026, 10, 17, 18)
const uuid = () => crypto.randomUUID()
const people = Array.from({ length: 6 }, () => personIdSchema.parse(uuid()))

/** The member at a seat, counted from 1. */
export function seat(number: number) {
  const personId = people[number - 1]
  if (personId === undefined) throw new RangeError('no such seat')
  return personId
}

/** `18:09` for a wall time; the evening starts at 18:00. */
export function clock(wallMs: number): string {
  return new Date(wallMs).toISOString().slice(11, 16)
}

type Act = readonly [minute: number, command: AnyCommand]

/** A closed session of six members and a lead, run through the real `decide` and `fold`: 90 minutes from 18:00. */
export function evening(acts: readonly Act[], lastMinute = 90): SessionState {
  let state = emptySession
  const run = (minute: number, command: AnyCommand) => {
    const ms = Math.round(minute * 60_000)
    const stamp = { wallMs: startMs + ms, monoMs: 3_600_000 + ms, run: 'r', zone: 'UTC' }
    const decision = decide(advance(state, stamp), command, stamp)
    if (!decision.ok) throw new Error(`${command.type}: ${decision.error}`)
    const act = state.seq + 1
    decision.value.forEach((body, index) => {
      const event: SessionEvent = { seq: act + index, act, stamp, body }
      state = fold(state, event)
    })
  }
  run(-5, {
    type: 'prepare',
    groupId: groupIdSchema.parse(uuid()),
    number: 14,
    groupType: 'relapse-prevention',
    part2: 'part2',
    topic: 'High-risk evenings',
    lengthMinutes: 90,
    plannedStartMs: startMs,
    phases: agendaTemplates['relapse-prevention'].phases.map((phase) => ({
      ...phase,
      id: phaseIdSchema.parse(uuid()),
    })),
    attendees: [
      ...people.map((personId, index) => ({ personId, role: 'member', hasAgreed: index !== 5 }) as const),
      { personId: personIdSchema.parse(uuid()), role: 'lead', hasAgreed: true },
    ],
  })
  const before = acts.filter(([minute]) => minute < 0)
  for (const [minute, command] of before) run(minute, command)
  run(0, { type: 'start', end: 'full-length' })
  for (const [minute, command] of acts.slice(before.length)) run(minute, command)
  run(lastMinute, { type: 'end' })
  run(lastMinute + 1, { type: 'record-note', noteId: noteIdSchema.parse(uuid()), commitment: '0'.repeat(64) })
  return state
}

export function personIn(state: SessionState, number: number) {
  const person = state.people.find(({ personId }) => personId === seat(number))
  if (person === undefined) throw new RangeError('nobody there')
  return person
}
