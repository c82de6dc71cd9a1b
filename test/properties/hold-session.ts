import type { GoalId, GroupId, MeasureId, PersonId, SessionId } from '../../src/shared/ids.ts'
import { groupTypeSchema } from '../../src/shared/agenda/group-type.ts'
import type { Command } from '../../src/shared/session/commands.ts'
import { markSchema, modalitySchema, part2Schema } from '../../src/shared/session/vocabulary.ts'
import { definitely, groupDraft, type World } from '../core/support/world.ts'
import type { Dice } from './dice.ts'
import { drawCast, type Named } from './paper-cast.ts'
import { callThem, write } from './paper-words.ts'

const minuteMs = 60_000
// More of a session would say little more, and cost time that other sessions can have.
const notesSigned = 4

/** A clinic with everybody on file, in groups of two to twelve. */
export interface Clinic {
  readonly world: World
  readonly leadId: PersonId
  readonly coLeadId: PersonId
  readonly measureIds: readonly MeasureId[]
  readonly people: readonly Named[]
  readonly groups: readonly { readonly groupId: GroupId; readonly members: readonly Named[] }[]
  readonly goalOf: ReadonlyMap<PersonId, GoalId>
}

export interface HeldSession {
  readonly sessionId: SessionId
  readonly leading: readonly PersonId[]
  /** Everyone whom its papers could name: the group, and whoever came besides. */
  readonly members: readonly Named[]
  /** Those of them whose notes are signed. */
  readonly noted: readonly Named[]
}

export async function openClinic(world: World, dice: Dice, groupCount: number): Promise<Clinic> {
  const { facilitators } = await world.get('roster.read', {})
  const leadId = definitely(facilitators.find(({ isAuthor }) => isAuthor)).id
  const coLead = { name: 'Quentin Aldermere', initials: 'QA', credentials: 'LPC' }
  const { personId: coLeadId } = await world.get('roster.create-facilitator', coLead)
  const { measures } = await world.get('measures.read', {})
  const people: Named[] = []
  const goalOf = new Map<PersonId, GoalId>()
  const groups: { groupId: GroupId; members: readonly Named[] }[] = []
  for (let index = 0; index < groupCount; index += 1) {
    const draft = {
      ...groupDraft,
      name: `Circle ${index + 1}`,
      type: pick(dice, groupTypeSchema.options),
      lengthMinutes: 180,
      part2: pick(dice, part2Schema.options),
      modality: pick(dice, modalitySchema.options),
    }
    groups.push({ ...(await world.get('roster.create-group', draft)), members: [] })
  }
  const first = definitely(groups[0]).groupId
  for (const sketch of drawCast(dice)) {
    const { preferredName, initials, chartId, aliases } = sketch
    const draft = { preferredName, initials, chartId, role: 'member', agreedOn: '2026-01-05' } as const
    const { personId } = await world.get('roster.create-member', { groupId: first, draft })
    await world.get('roster.withdraw', { groupId: first, personId })
    await world.get('roster.set-aliases', { personId, aliases: [...aliases] })
    const goal = await world.get('goals.set', { personId, text: 'Weekday evenings without a drink' })
    goalOf.set(personId, goal.goalId)
    people.push({ ...sketch, personId })
  }
  const enrolled = []
  for (const { groupId } of groups) {
    const members = draw(dice, people, 2 + dice.below(11))
    for (const { personId } of members) await world.get('roster.enrol', { groupId, personId })
    enrolled.push({ groupId, members })
  }
  const measureIds = measures.map(({ id }) => id)
  return { world, leadId, coLeadId, measureIds, people, groups: enrolled, goalOf }
}

/** A session from its preparation to its close, as sessions go: some come late, leave, pass, give numbers, are missing. */
export async function holdSession(clinic: Clinic, dice: Dice): Promise<HeldSession> {
  const { world, leadId, coLeadId, people, groups } = clinic
  const { groupId, members } = pick(dice, groups)
  const coLeadIds = dice.oneIn(2) ? [coLeadId] : []
  const { sessionId } = await world.get('session.prepare', {
    groupId,
    topic: dice.oneIn(6) ? `What ${callThem(dice, pick(dice, members))} said` : 'High-risk evenings',
    leadId,
    coLeadIds,
    plannedStartMs: null,
  })
  const act = (command: Command) => world.get('session.act', { sessionId, command })
  const present = members.filter(() => !dice.oneIn(7))
  const here = present.length === 0 ? members.slice(0, 1) : present
  const late = here.filter(() => dice.oneIn(8))
  for (const { personId } of members.filter((one) => !here.includes(one)))
    await act({ type: pick(dice, ['excuse', 'mark-absent', 'substitute'] as const), personId })
  for (const { personId } of here.filter((one) => !late.includes(one)))
    await act({ type: 'arrive', personId })
  await act({ type: 'start', end: 'full-length' })
  world.clock.pass(3 * minuteMs)
  for (const { personId } of late) await act({ type: 'arrive', personId })
  const strangers = people.filter((one) => !members.includes(one))
  const walkIn = dice.oneIn(6) ? [pick(dice, strangers)] : []
  for (const { personId } of walkIn) await world.get('session.walk-in', { sessionId, who: { personId } })
  const came = [...here, ...walkIn]
  await runPhases(clinic, dice, act, came)
  await act({ type: 'end' })
  const all = [...members, ...walkIn]
  const noted = draw(dice, all, notesSigned)
  return { sessionId, leading: [leadId, ...coLeadIds], members: all, noted }
}

async function runPhases(
  { world, measureIds }: Clinic,
  dice: Dice,
  act: (command: Command) => Promise<unknown>,
  came: readonly Named[],
): Promise<void> {
  for (const moment of ['start', 'end'] as const) {
    for (let marks = dice.below(4); marks > 0; marks -= 1)
      await act({ type: 'mark', personId: pick(dice, came).personId, mark: pick(dice, markSchema.options) })
    for (const { personId } of draw(dice, came, dice.below(3)))
      await act({
        type: 'record-check-in',
        personId,
        moment,
        measureId: pick(dice, measureIds),
        value: dice.below(11),
      })
    world.clock.pass((5 + dice.below(20)) * minuteMs)
    await act({ type: 'next-phase' })
  }
  const [outsider] = draw(dice, came, dice.oneIn(3) ? 1 : 0)
  if (outsider !== undefined) {
    await act({ type: 'step-out', personId: outsider.personId })
    world.clock.pass(4 * minuteMs)
    if (dice.oneIn(2)) await act({ type: 'return', personId: outsider.personId })
  }
  if (dice.oneIn(4)) {
    await act({ type: 'pause', kind: 'break' })
    world.clock.pass(10 * minuteMs)
    await act({ type: 'resume' })
  }
  world.clock.pass((10 + dice.below(30)) * minuteMs)
}

/** Chosen without putting back. */
export function draw<Item>(dice: Dice, items: readonly Item[], count: number): Item[] {
  const left = [...items]
  return Array.from({ length: Math.min(count, items.length) }, () => {
    const [item] = left.splice(dice.below(left.length), 1)
    return definitely(item)
  })
}

export function pick<Item>(dice: Dice, items: readonly Item[]): Item {
  return definitely(items[dice.below(items.length)])
}

/** What is written about a session before anybody has asked about it. */
export function writeAbout(dice: Dice, members: readonly Named[], namingIn: number): string {
  return dice.oneIn(8) ? '' : write(dice, members, namingIn)
}
