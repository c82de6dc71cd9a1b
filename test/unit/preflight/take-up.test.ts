import { describe, expect, test } from 'vitest'
import { seatPeople } from '../../../src/renderer/live/seated.ts'
import { preflightPeople, yetToAgree } from '../../../src/renderer/preflight/preflight-people.ts'
import { hasPlace, isInAgenda, takeUpCommand } from '../../../src/renderer/preflight/take-up.ts'
import type { LeftOpen, Preflight } from '../../../src/shared/ipc/preflight-calls.ts'
import { goalIdSchema, groupIdSchema, sessionIdSchema, type PersonId } from '../../../src/shared/ids.ts'
import { person, phase } from '../session/arbitraries.ts'
import { act, startRun, type Run } from '../session/run.ts'

const sayingNo: LeftOpen = {
  phaseId: phase(40),
  name: 'Saying no',
  kind: 'round',
  minutes: 12,
  minimumMinutes: 8,
  isSkipped: true,
}

describe('taking a phase up again', () => {
  test('puts it before the protected close, as it was planned, and Z takes it out', () => {
    const before = startRun()
    const close = before.state.phases.at(-1)
    expect(close?.isProtected).toBe(true)
    const after = act(before, takeUpCommand(before.state, sayingNo))
    const [taken, last] = after.state.phases.slice(-2)
    expect(last?.id).toBe(close?.id)
    expect(taken).toMatchObject({
      name: 'Saying no',
      kind: 'round',
      minutes: 12,
      minimumMinutes: 8,
      isProtected: false,
      isInserted: true,
    })
    expect(taken?.id).not.toBe(sayingNo.phaseId)
    expect(isInAgenda(after.state, sayingNo.name)).toBe(true)
    expect(act(after, { type: 'undo' }).state.phases).toEqual(before.state.phases)
  })

  test('puts it last where nothing is protected, and before all protected phases at the end', () => {
    const { state } = startRun()
    const protect = (from: number) =>
      state.phases.map((one, index) => ({ ...one, isProtected: index >= from || index === 1 }))
    const placeAmong = (phases: typeof state.phases) => takeUpCommand({ ...state, phases }, sayingNo)
    expect(placeAmong(protect(99))).toMatchObject({ beforePhaseId: null })
    const last = state.phases.length - 1
    expect(placeAmong(protect(last - 1))).toMatchObject({ beforePhaseId: state.phases[last - 1]?.id })
  })

  test('is not offered for what stands in the agenda by that name, unless it is left out today', () => {
    const run = startRun()
    const [first] = run.state.phases
    const name = first?.name ?? ''
    expect(isInAgenda(run.state, ` ${name.toUpperCase()}`)).toBe(true)
    expect(isInAgenda(run.state, 'Saying no')).toBe(false)
    const without = act(run, { type: 'skip-phase', phaseId: phase(0), reason: 'not-today' })
    expect(without.refusal).toBeNull()
    expect(isInAgenda(without.state, name)).toBe(false)
  })

  test('has no place any more in the last phase, after the end, and in an agenda that is full', () => {
    const run = act(startRun(), { type: 'start', end: 'full-length' })
    expect(hasPlace(run.state)).toBe(true)
    const inLast = run.state.phases.reduce((latest) => act(latest, { type: 'next-phase' }), run)
    expect(hasPlace(inLast.state)).toBe(false)
    expect(hasPlace(act(run, { type: 'end' }).state)).toBe(false)
    const one = run.state.phases.slice(-1)
    expect(hasPlace({ ...run.state, phases: Array.from({ length: 24 }, () => one).flat() })).toBe(false)
  })
})

const goal = (index: number, text: string) => ({
  goalId: goalIdSchema.parse(crypto.randomUUID()),
  personId: person(index),
  text,
  isOpen: true,
  parentId: null,
  isSetAside: false,
  isAddressed: false,
})

test('people stand in the order of their seats, and only while they are in the session', () => {
  const seated = [3, 2].map((index) => ({ personId: person(index), name: `P${index}`, isFacilitator: false }))
  const lead = { personId: person(0), name: 'You', isFacilitator: true }
  const preflight: Preflight = {
    last: {
      sessionId: sessionIdSchema.parse(crypto.randomUUID()),
      startedAtMs: 0,
      leftOpen: [],
      plan: '',
      homePractice: '',
      plans: [2, 3, 4].map((index) => ({ personId: person(index), plan: `plan ${index}` })),
      awayIds: [person(4), person(2)],
    },
    followUps: [2, 4].map((index) => ({
      sessionId: sessionIdSchema.parse(crypto.randomUUID()),
      groupId: groupIdSchema.parse(crypto.randomUUID()),
      mark: 9,
      personId: person(index),
      openedAtMs: 0,
      ownerId: null,
    })),
    goals: [goal(2, 'first'), goal(2, 'second'), goal(4, 'gone')],
  }
  const { plans, away, followUps, goals } = preflightPeople(preflight, [...seated, lead])
  expect(plans.map(({ person: { name }, plan }) => [name, plan])).toEqual([
    ['P3', 'plan 3'],
    ['P2', 'plan 2'],
  ])
  expect(away.map(({ name }) => name)).toEqual(['P2'])
  expect(followUps.map(({ person: { name } }) => name)).toEqual(['P2'])
  expect(goals.map(({ goals: own }) => own.map(({ text }) => text))).toEqual([['first', 'second']])
})

function pendingIn({ state }: Run): PersonId[] {
  return yetToAgree(seatPeople(state, null, false)).map(({ personId }) => personId)
}

test('an agreement that is missing is named before anybody has come, and not of who will not', () => {
  const prepared = startRun()
  const missing = prepared.state.people.filter(({ hasAgreed, role }) => !hasAgreed && role === 'member')
  const [first] = missing
  if (first === undefined) throw new Error('Everybody in this session has agreed')
  expect(pendingIn(prepared)).toEqual(missing.map(({ personId }) => personId))
  expect(pendingIn(act(prepared, { type: 'excuse', personId: first.personId }))).not.toContain(first.personId)
  expect(pendingIn(act(prepared, { type: 'record-agreement', personId: first.personId }))).not.toContain(
    first.personId,
  )
})
