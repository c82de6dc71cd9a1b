import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { goalIdSchema } from '../../../src/shared/ids.ts'
import { stampTitle } from '../../../src/shared/record/document-stamp.ts'
import type { Consent } from '../../../src/shared/record/note-document.ts'
import {
  createOpenWorld,
  definitely,
  groupDraft,
  memberDraft,
  responseOf,
  startSession,
  valueOf,
  type Prepared,
  type World,
} from '../support/world.ts'

const chart = { kind: 'chart' } as const
const disclosed = {
  kind: 'disclosure',
  recipient: 'Riverbend Primary Care',
  purpose: 'care coordination',
  reference: 'R-3 of September',
} as const
const everyGuard = ['names', 'copied', 'judgement', 'missing', 'private-only'] as const

let world: World
let session: Prepared

const zoe = () => definitely(session.memberIds[0])

beforeEach(async () => {
  world = await createOpenWorld()
  session = await startSession(world, 3)
  const draft = { ...memberDraft, preferredName: 'Zoraida', initials: 'ZO', chartId: 'C-88' }
  await world.get('roster.change-member', { personId: zoe(), draft })
  await session.act({ type: 'give-floor', personId: zoe() })
  world.clock.pass(45 * 60_000)
  await session.act({ type: 'end' })
})
afterEach(() => world.close())

const progressOf = async (consent: Consent = chart) =>
  valueOf(await world.core.run('export.progress-facts', { personId: zoe(), span: { kind: 'now' }, consent }))
const groupOf = async ({ groupId } = session) =>
  valueOf(await world.core.run('export.group-over-time-facts', { groupId, weeks: 12 }))

async function write(consent: Consent = chart) {
  const { stamp } = await progressOf(consent)
  const bytes = Buffer.from(`%PDF ${stamp.contentHash}`)
  return valueOf(await world.core.run('export.write', { stamp, bytes, consent }))
}

describe('progress over time', () => {
  it('shows what the page shows: the same sessions, hours, scores and exemptions', async () => {
    const personId = zoe()
    const answers = { given: 'total', total: 12, item9: 0 } as const
    const draft = { scale: 'phq-9', takenOn: '2026-01-05', difficulty: null, answers } as const
    await world.get('scales.enter', { personId, draft })
    const { facts } = await progressOf()
    const review = await world.get('member.review', { personId })
    const hours = await world.get('hours.of-member', { personId })
    expect(facts.sessions).toEqual(review.sessions)
    expect(facts.hours).toEqual(hours)
    expect(facts.scales).toEqual(await world.get('scales.read', { personId }))
    expect(facts).toMatchObject({
      clinic: 'Harbour Clinic',
      part2: 'part2',
      member: { name: 'Zoraida', chartId: 'C-88', role: 'member' },
      consent: chart,
    })
    expect(facts.window.weeks).toHaveLength(12)
    expect(JSON.stringify(facts)).not.toMatch(/Member [123]/)
  })

  it('tells what signed notes say of goals, leaves out those set aside, and knows no draft', async () => {
    const personId = zoe()
    const { sessionId } = session
    const set = (text: string) => world.get('goals.set', { personId, text, parentId: null })
    const { goalId } = await set('Sleep through')
    const aside = await set('An older goal')
    const goals = [goalId, aside.goalId].map((id) => ({
      goalId: goalIdSchema.parse(id),
      progress: 'Six hours on four nights.',
    }))
    const response = responseOf(personId, { response: 'Spoke.', plan: 'Rest.', goals })
    await world.get('debrief.save-response', { sessionId, response })
    await world.get('goals.remove', { goalId: aside.goalId })
    expect((await progressOf()).facts.progress).toEqual([])
    await world.get('note.sign', { sessionId, personId, overridden: [...everyGuard] })
    const { facts } = await progressOf()
    expect(facts.goals.map(({ text }) => text)).toEqual(['Sleep through'])
    expect(facts.progress).toContainEqual(
      expect.objectContaining({ text: 'Sleep through', progress: 'Six hours on four nights.' }),
    )
  })

  it('has its own code for good, and a version for each content', async () => {
    const first = await write()
    const again = await write()
    const other = await write(disclosed)
    expect([again.code, other.code]).toEqual([first.code, first.code])
    expect([first.version, again.version, other.version]).toEqual([1, 1, 2])
    expect(first.fileName).toMatch(/^\d{4}-\d\d-\d\d-[0-9A-Z]{4}-progress\.pdf$/)
    const files = await world.get('export.list-about', { personId: zoe() })
    expect(files.map(({ kind, isOnDisk }) => [kind, isOnDisk])).toEqual(
      Array.from({ length: 3 }, () => ['member-progress', true]),
    )
    const { files: ofPage } = await world.get('member.notes', { personId: zoe() })
    expect(ofPage).toHaveLength(3)
  })

  it('for somebody else is entered in the ledger, for the chart it is not; both are in the access log', async () => {
    const personId = zoe()
    await write()
    expect(await world.get('disclosures.list', { personId })).toEqual([])
    const file = await write(disclosed)
    expect(await world.get('disclosures.list', { personId })).toMatchObject([
      {
        exportId: file.exportId,
        sessionId: null,
        what: `Progress over time, ${file.code}, version ${file.version}`,
        recipient: disclosed.recipient,
        consentReference: disclosed.reference,
      },
    ])
    const entries = await world.get('access.list', { beforeSeq: null, personId })
    expect(entries.filter(({ what }) => what === 'exported')).toHaveLength(2)
  })

  it('is known again by its bytes, and by its code once it was changed', async () => {
    const { stamp } = await progressOf()
    const bytes = Buffer.from('%PDF as it was printed')
    const file = valueOf(await world.core.run('export.write', { stamp, bytes }))
    expect(valueOf(await world.core.run('export.identify', { bytes }))).toMatchObject({
      kind: 'unaltered',
      file: { exportId: file.exportId, kind: 'member-progress' },
    })
    const changed = Buffer.from(`%PDF ${stampTitle(stamp)} and more`)
    expect(valueOf(await world.core.run('export.identify', { bytes: changed }))).toMatchObject({
      kind: 'altered',
      file: { exportId: file.exportId },
    })
  })

  it('is under Part 2 as soon as any of their groups is or was', async () => {
    await setPart2('none')
    expect((await progressOf()).facts.part2).toBe('part2')
    expect((await groupOf()).facts.part2).toBe('part2')
  })

  it('of nobody on file is refused', async () => {
    const nobody = definitely(session.leadId)
    const asked = { personId: nobody, span: { kind: 'all' }, consent: chart } as const
    expect(await world.core.run('export.progress-facts', asked)).toEqual({
      ok: false,
      error: { code: 'not-found' },
    })
  })
})

async function setPart2(part2: 'part2' | 'none'): Promise<void> {
  const draft = { ...groupDraft, name: 'Riverside', part2 }
  await world.get('roster.change-group', { groupId: session.groupId, draft })
}

describe('a group over time', () => {
  it('shows what its page shows, and has no field for a member', async () => {
    const { facts } = await groupOf()
    const review = await world.get('group-review.read', { groupId: session.groupId, weeks: 12 })
    expect(facts).toMatchObject({
      sessionCount: review.sessions,
      weeks: review.weeks,
      phases: review.phases,
      topics: [{ topic: 'High-risk evenings' }],
      composition: '3 members.',
      takenPlaces: 3,
      waitingCount: 0,
    })
    const told = JSON.stringify(facts)
    for (const personId of session.memberIds) expect(told).not.toContain(personId)
    expect(told).not.toMatch(/Zoraida|Member \d/)
  })

  it('leaves out a topic and a name of the group that could name a member, whether they still come or not', async () => {
    await setPart2('part2')
    const named = { ...groupDraft, name: 'Zoraida’s circle' }
    await world.get('roster.change-group', { groupId: session.groupId, draft: named })
    const command = { type: 'set-topic', topic: 'What Zoraida dreads' } as const
    await world.get('session.act', { sessionId: session.sessionId, command })
    await world.get('roster.withdraw', { groupId: session.groupId, personId: zoe() })
    const { facts } = await groupOf()
    expect(JSON.stringify(facts)).not.toMatch(/Zoraida/)
    expect(facts.composition).toBe('2 members.')
  })

  it('has a code for each group, and stands on the list of its own group alone', async () => {
    const other = await startSession(world, 2)
    await other.act({ type: 'end' })
    const writeOf = async (prepared: Prepared) => {
      const { stamp } = await groupOf(prepared)
      const bytes = Buffer.from(`%PDF ${stamp.code} ${stamp.contentHash}`)
      return valueOf(await world.core.run('export.write', { stamp, bytes }))
    }
    const first = await writeOf(session)
    const again = await writeOf(session)
    const others = await writeOf(other)
    expect(again).toMatchObject({ code: first.code, version: 1, personId: null, sessionId: null })
    expect(others.code).not.toBe(first.code)
    expect(first.fileName).toMatch(/-group\.pdf$/)
    const listOf = async (groupId: Prepared['groupId']) =>
      (await world.get('export.list-about', { groupId })).map(({ exportId }) => exportId)
    expect(await listOf(session.groupId)).toEqual([again.exportId, first.exportId])
    expect(await listOf(other.groupId)).toEqual([others.exportId])
  })
})
