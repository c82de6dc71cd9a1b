import {
  chmodSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ExportedFile } from '../../../src/shared/ipc/export-calls.ts'
import type { Failure } from '../../../src/shared/ipc/failure.ts'
import type { Result } from '../../../src/shared/result.ts'
import { sessionCode } from '../../../src/shared/record/group-summary.ts'
import {
  createOpenWorld,
  definitely,
  startSession,
  valueOf,
  type Prepared,
  type World,
} from '../support/world.ts'

let world: World
let session: Prepared

const bytes = new TextEncoder().encode('%PDF-1.7 …')

/** Writes the summary of the session, printed or not. */
async function write(content: Uint8Array = bytes): Promise<Result<ExportedFile, Failure>> {
  const { stamp } = valueOf(await world.core.run('export.facts', { sessionId: session.sessionId }))
  return world.core.run('export.write', { stamp, bytes: content })
}

beforeAll(async () => {
  world = await createOpenWorld()
})
afterAll(() => world.close())

beforeEach(async () => {
  session = await startSession(world, 3)
  world.clock.pass(300_000)
})

async function endSession(): Promise<void> {
  await session.act({ type: 'end' })
}

function modeOf(path: string): number {
  return statSync(path).mode & 0o777
}

describe('the facts of a group summary', () => {
  it('are those of the log, the debrief and the roster, and count people', async () => {
    const { sessionId, memberIds, leadId } = session
    await session.act({ type: 'next-phase' })
    world.clock.pass(60_000)
    await session.act({ type: 'pause', kind: 'break' })
    world.clock.pass(120_000)
    await session.act({ type: 'resume' })
    await session.act({ type: 'leave', personId: definitely(memberIds[0]) })
    const guest = { preferredName: 'Zephyrine', initials: 'Z', role: 'family' } as const
    await world.get('session.walk-in', { sessionId, who: guest })
    await world.get('session.walk-in', { sessionId, who: { ...guest, role: 'member' } })
    await endSession()
    const interventions = [{ personId: leadId, text: 'Reflected.' }]
    await world.get('debrief.save-shared', {
      sessionId,
      shared: { interventions, groupProcess: 'Warm.', plan: 'Calls.', homePractice: '' },
    })
    const { facts } = valueOf(await world.core.run('export.facts', { sessionId }))
    expect(facts).toMatchObject({
      clinic: 'Harbour Clinic',
      groupType: 'relapse-prevention',
      part2: 'part2',
      number: 1,
      topic: 'High-risk evenings',
      zone: 'America/Chicago',
      elapsedMs: 480_000,
      breakMs: 120_000,
      facilitators: [{ name: 'Dana Reyes', credentials: 'LCSW', role: 'lead', interventions: 'Reflected.' }],
      expectedCount: 4,
      presentCount: 4,
      guestCount: 1,
      groupProcess: 'Warm.',
      plan: 'Calls.',
    })
    expect(facts.phases.slice(0, 3).map(({ actualMs, enteredAtMs }) => [actualMs, enteredAtMs])).toEqual([
      [300_000, 0],
      [60_000, 300_000],
      [0, null],
    ])
    expect(facts.endedAtMs - facts.startedAtMs).toBe(480_000)
    const text = JSON.stringify(facts)
    for (const hidden of ['Zephyrine', 'Member 1', ...memberIds]) expect(text).not.toContain(hidden)
  })

  it('tell the scheduled length from the one that a late start was fitted to', async () => {
    const { groupId, leadId } = session
    await endSession()
    const { sessionId } = await world.get('session.prepare', {
      groupId,
      topic: '',
      leadId,
      coLeadIds: [],
      plannedStartMs: world.clock.read().wallMs,
    })
    world.clock.pass(5 * 60_000)
    await world.get('session.act', { sessionId, command: { type: 'start', end: 'as-scheduled' } })
    await world.get('session.act', { sessionId, command: { type: 'end' } })
    const { facts: late } = valueOf(await world.core.run('export.facts', { sessionId }))
    expect(late).toMatchObject({ scheduledMinutes: 90, lengthMinutes: 85 })
    const { facts: whole } = valueOf(await world.core.run('export.facts', { sessionId: session.sessionId }))
    expect(whole).toMatchObject({ scheduledMinutes: 90, lengthMinutes: 90 })
  })

  it('have the topic as it was set after the close', async () => {
    const { sessionId } = session
    await endSession()
    await session.act({ type: 'set-topic', topic: 'The walk home' })
    expect(valueOf(await world.core.run('export.facts', { sessionId })).facts.topic).toBe('The walk home')
  })

  it('are there when the session has ended', async () => {
    const { sessionId } = session
    expect(await world.core.run('export.facts', { sessionId })).toEqual({
      ok: false,
      error: { code: 'not-closed' },
    })
    await endSession()
    expect((await world.core.run('export.facts', { sessionId })).ok).toBe(true)
  })
})

describe('an exported file', () => {
  beforeEach(endSession)

  it('is private, neutrally named, listed and found again', async () => {
    const { sessionId } = session
    const first = valueOf(await write())
    const second = valueOf(await write())
    expect(first.fileName).toMatch(new RegExp(`^2026-11-24-${sessionCode(sessionId)}-summary\\.pdf$`))
    expect(second.fileName).toBe(first.fileName.replace('.pdf', '-2.pdf'))
    expect(await world.get('export.list', { sessionId })).toEqual(
      [second, first].map((file) => ({ ...file, isOnDisk: true })),
    )
    const path = valueOf(await world.core.run('export.path', { exportId: first.exportId }))
    expect(readFileSync(path)).toEqual(Buffer.from(bytes))
    const folder = valueOf(await world.core.run('export.folder', null))
    expect([modeOf(path), modeOf(folder)]).toEqual([0o600, 0o700])
    expect(readdirSync(folder).every((name) => name.endsWith('.pdf'))).toBe(true)
  })

  it('is not found when it was moved away, or is no plain file any more', async () => {
    const { exportId } = valueOf(await write())
    const notFound = { ok: false, error: { code: 'not-found' } }
    const path = valueOf(await world.core.run('export.path', { exportId }))
    unlinkSync(path)
    expect(await world.core.run('export.path', { exportId })).toEqual(notFound)
    symlinkSync(world.paths.preferencesPath, path)
    expect(await world.core.run('export.path', { exportId })).toEqual(notFound)
    expect(await world.ask('export.list', { sessionId: crypto.randomUUID() })).toEqual(notFound)
  })

  it('leaves nothing behind when the folder cannot be made', async () => {
    const { exportsDir } = world.paths
    rmSync(exportsDir, { recursive: true, force: true })
    // A file in the folder's place fails for every user, root included.
    writeFileSync(exportsDir, '')
    const answer = await write()
    expect(answer).toEqual({ ok: false, error: { code: 'not-writable' } })
    expect(await world.get('export.list', { sessionId: session.sessionId })).toEqual([])
    unlinkSync(exportsDir)
  })

  it('has a folder that stays closed to others', async () => {
    const folder = valueOf(await world.core.run('export.folder', null))
    chmodSync(folder, 0o755)
    valueOf(await write())
    expect(modeOf(folder)).toBe(0o700)
  })
})
