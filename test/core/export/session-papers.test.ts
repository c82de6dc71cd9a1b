import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sessionIdSchema, type PersonId } from '../../../src/shared/ids.ts'
import { wholeMinutes } from '../../../src/shared/record/member-facts.ts'
import type { SheetNaming } from '../../../src/shared/record/tick-sheet.ts'
import {
  createOpenWorld,
  definitely,
  emptyShared,
  groupDraft,
  memberDraft,
  startSession,
  valueOf,
  type Prepared,
  type World,
} from '../support/world.ts'

const minuteMs = 60_000
let world: World
let session: Prepared
let zoe: PersonId
let bilal: PersonId
let anouk: PersonId

async function rename(personId: PersonId, preferredName: string, initials: string): Promise<void> {
  const draft = { ...memberDraft, preferredName, initials, chartId: `88${initials}` }
  await world.get('roster.change-member', { personId, draft })
}

beforeEach(async () => {
  world = await createOpenWorld()
  session = await startSession(world, 4)
  const [first, second, third, fourth] = session.memberIds.map(definitely)
  zoe = definitely(first)
  bilal = definitely(second)
  anouk = definitely(third)
  await rename(zoe, 'Zoraida', 'ZO')
  await rename(bilal, 'Bilal', 'BI')
  await rename(anouk, 'Anouk', 'AN')
  await rename(definitely(fourth), 'Casimir', 'CA')
})
afterEach(() => world.close())

const sheetOf = async (naming: SheetNaming = 'names') =>
  valueOf(await world.core.run('export.attendance-facts', { sessionId: session.sessionId, naming }))
const summaryOf = () => world.core.run('export.supervision-facts', { sessionId: session.sessionId })

async function setPart2(part2: 'part2' | 'none' | 'unsure'): Promise<void> {
  const { groupId } = session
  const { name } = definitely((await world.get('roster.read', {})).groups.find(({ id }) => id === groupId))
  await world.get('roster.change-group', { groupId, draft: { ...groupDraft, name, part2 } })
}

describe('an attendance sheet', () => {
  it('is a list to sign in on until the session has ended, in the order of the alphabet', async () => {
    const { facts, stamp } = await sheetOf()
    expect(facts).toMatchObject({
      clinic: 'Harbour Clinic',
      groupType: 'relapse-prevention',
      part2: 'part2',
      modality: 'in-person',
      number: 1,
      topic: 'High-risk evenings',
      facilitators: [{ name: 'Dana Reyes', credentials: 'LCSW', role: 'lead' }],
      session: { kind: 'sign-in', lengthMinutes: 90 },
    })
    expect(facts.session.people.map(({ label }) => label)).toEqual(['Anouk', 'Bilal', 'Casimir', 'Zoraida'])
    expect(stamp).toMatchObject({ kind: 'attendance-sheet', personId: null, version: 1 })
    expect(stamp.fileName).toMatch(/^2026-11-24-[0-9A-Z]{4}-sign-in\.pdf$/)
    world.clock.pass(minuteMs)
    expect((await sheetOf()).stamp.contentHash).toBe(stamp.contentHash)
  })

  it('has initials alone where that was chosen; who leads signs by name', async () => {
    await session.act({ type: 'end' })
    const { facts } = await sheetOf('initials')
    expect(facts.session.people.map(({ label }) => label)).toEqual(['AN', 'BI', 'CA', 'ZO'])
    expect(facts.facilitators.map(({ name }) => name)).toEqual(['Dana Reyes'])
    expect(JSON.stringify(facts)).not.toMatch(/Anouk|Bilal|Casimir|Zoraida/)
  })

  it('tells the attendance once it has ended: the minutes of the notes', async () => {
    world.clock.pass(30 * minuteMs + 40_000)
    await session.act({ type: 'step-out', personId: zoe })
    world.clock.pass(5 * minuteMs)
    await session.act({ type: 'return', personId: zoe })
    await session.act({ type: 'pause', kind: 'break' })
    world.clock.pass(10 * minuteMs + 30_000)
    await session.act({ type: 'resume' })
    await session.act({ type: 'leave', personId: anouk })
    const guest = { preferredName: 'Tobias', initials: 'T', role: 'partner' } as const
    await world.get('session.walk-in', { sessionId: session.sessionId, who: guest })
    world.clock.pass(20 * minuteMs + 10_000)
    await session.act({ type: 'end' })
    const { facts, stamp } = await sheetOf()
    expect(stamp.fileName).toMatch(/-attendance\.pdf$/)
    expect(facts.session).toMatchObject({ kind: 'attended', enteredLateAtMs: null, breakMs: 630_000 })
    const lines = facts.session.kind === 'attended' ? facts.session.people : []
    expect(lines.map(({ label }) => label)).toEqual(['Anouk', 'Bilal', 'Casimir', 'Zoraida', 'Tobias'])
    const minutes = lines.map(({ attendance }) =>
      attendance.kind === 'came' ? [attendance.minutes, attendance.minutesWithoutBreaks] : [],
    )
    expect(minutes).toEqual([
      [46, 35],
      [66, 55],
      [66, 55],
      [61, 50],
      [20, 20],
    ])
    const { sessionId } = session
    await world.get('note.sign', {
      sessionId,
      personId: zoe,
      overridden: ['names', 'copied', 'judgement', 'missing', 'private-only'],
    })
    const note = valueOf(
      await world.core.run('export.note-facts', { sessionId, personId: zoe, consent: { kind: 'chart' } }),
    ).note.text.facts
    expect(wholeMinutes(note.member.presentMs)).toBe(61)
    expect(note.sentences[0]).toBe('Present for 61 of 66 minutes.')
  })

  it('counts its contents, and is under Part 2 when its group turns out to be', async () => {
    await setPart2('none')
    await session.act({ type: 'end' })
    const { stamp } = await sheetOf()
    const bytes = new TextEncoder().encode('%PDF-1.7')
    valueOf(await world.core.run('export.write', { stamp, bytes }))
    expect((await sheetOf()).stamp.version).toBe(stamp.version)
    await rename(zoe, 'Zora', 'ZO')
    expect((await sheetOf()).stamp.version).toBe(stamp.version + 1)
    expect((await sheetOf()).facts.part2).toBe('part2')
  })

  it('says of a group that was not, and now is: it is', async () => {
    await session.act({ type: 'end' })
    const { groupId } = await world.get('roster.create-group', {
      ...groupDraft,
      name: 'Late to know',
      part2: 'none',
    })
    const { sessionId } = await world.get('session.prepare', {
      groupId,
      topic: '',
      leadId: session.leadId,
      coLeadIds: [],
      plannedStartMs: null,
    })
    await world.get('session.act', { sessionId, command: { type: 'start', end: 'full-length' } })
    await world.get('session.act', { sessionId, command: { type: 'end' } })
    session = { ...session, sessionId, groupId }
    expect((await sheetOf()).facts).toMatchObject({ part2: 'none', session: { people: [] } })
    for (const part2 of ['unsure', 'part2'] as const) {
      await setPart2(part2)
      expect((await sheetOf()).facts.part2).toBe(part2)
      expect(valueOf(await summaryOf()).facts.part2).toBe(part2)
      expect(valueOf(await world.core.run('export.facts', { sessionId })).facts.part2).toBe(part2)
    }
  })

  it('is there for no session that is not', async () => {
    const missing = { ok: false, error: { code: 'not-found' } }
    const sessionId = sessionIdSchema.parse(crypto.randomUUID())
    expect(await world.core.run('export.attendance-facts', { sessionId, naming: 'names' })).toEqual(missing)
    expect(await world.core.run('export.supervision-facts', { sessionId })).toEqual(missing)
  })
})

describe('a supervision summary', () => {
  it('is there when the session has ended', async () => {
    expect(await summaryOf()).toEqual({ ok: false, error: { code: 'not-closed' } })
    await session.act({ type: 'end' })
    expect((await summaryOf()).ok).toBe(true)
  })

  it('holds the work of those who led, and nobody’s name, nickname, initials or number', async () => {
    const { sessionId, leadId } = session
    await world.get('roster.set-aliases', { personId: zoe, aliases: ['Birdie'] })
    await session.act({ type: 'give-floor', personId: zoe })
    world.clock.pass(6 * minuteMs)
    await session.act({ type: 'release-floor', personId: zoe })
    await session.act({ type: 'mark', personId: anouk, mark: 'risk' })
    await world.get('session.keep-private-note', { sessionId, text: 'Canary of the private store.' })
    world.clock.pass(4 * minuteMs)
    await session.act({ type: 'end' })
    await world.get('debrief.save-shared', {
      sessionId,
      shared: {
        ...emptyShared,
        interventions: [{ personId: leadId, text: 'Asked Bilal about the walk home; Dana Reyes reflected.' }],
        groupProcess: 'Birdie thanked AN. Warm.',
        plan: 'Chart 88CA is to be looked at.',
      },
    })
    const { facts, stamp } = valueOf(await summaryOf())
    expect(facts).toMatchObject({
      facilitators: [
        { name: 'Dana Reyes', interventions: 'Asked Member 2 about the walk home; Dana Reyes reflected.' },
      ],
      groupProcess: 'Member 1 thanked Member 3. Warm.',
      plan: '[A sentence is left out: it could name somebody.]',
      attendance: { expected: 4, came: 4 },
      talk: { groupMs: 600_000, membersMs: 360_000, facilitatorsMs: 0, silenceMs: 240_000 },
      followUps: [{ label: 'Member 3', closedAtMs: null }],
      notes: { owedCount: 4, signedCount: 0, overdueCount: 0 },
    })
    expect(stamp).toMatchObject({ kind: 'supervision-summary', personId: null, version: 1 })
    expect(stamp.fileName).toMatch(/^2026-11-24-[0-9A-Z]{4}-supervision\.pdf$/)
    expect(JSON.stringify({ facts, stamp })).not.toMatch(
      /Zoraida|Bilal|Anouk|Casimir|Birdie|"ZO"|\bAN\b|88[A-Z]{2}|Canary/,
    )
  })

  it('knows when notes are overdue', async () => {
    await session.act({ type: 'end' })
    world.clock.pass(10 * 24 * 60 * minuteMs)
    expect(valueOf(await summaryOf()).facts.notes).toMatchObject({ owedCount: 4, overdueCount: 4 })
  })
})

it('the group summary tells the home practice, and its de-identified variant unless it names somebody', async () => {
  const { sessionId } = session
  await session.act({ type: 'end' })
  const practise = async (homePractice: string) => {
    await world.get('debrief.save-shared', { sessionId, shared: { ...emptyShared, homePractice } })
    const dated = valueOf(await world.core.run('export.facts', { sessionId })).facts.homePractice
    const other = valueOf(await world.core.run('export.de-identified-facts', { sessionId })).facts
      .homePractice
    return [dated, other]
  }
  expect(await practise('Urge surfing.')).toEqual(['Urge surfing.', 'Urge surfing.'])
  expect(await practise('Urge surfing with Bilal.')).toEqual(['Urge surfing with Bilal.', null])
})
