import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { projectSession, type Projection } from '../../src/main/core/session/projection.ts'
import { readProjection } from '../../src/main/core/session/projection-repository.ts'
import { readLiveSession } from '../../src/main/core/session/live-session.ts'
import { rebuildSession } from '../../src/main/core/session/rebuild.ts'
import { createSessionLog, type SessionLog } from '../../src/main/core/session/session-log.ts'
import { saveGroup } from '../../src/main/core/roster/roster-repository.ts'
import { createVault } from '../../src/main/core/vault/create-vault.ts'
import { floor } from '../../src/main/core/vault/slot-key.ts'
import { readOne, type WritableDb } from '../../src/main/core/vault/database.ts'
import type { OpenVault } from '../../src/main/core/vault/open-vault.ts'
import { sql } from '../../src/main/core/vault/sql.ts'
import { noteIdSchema, sessionIdSchema, type SessionId } from '../../src/shared/ids.ts'
import type { AnyCommand } from '../../src/shared/session/commands.ts'
import { z } from '../../src/shared/zod.ts'
import { createSimulatedClock } from '../core/support/simulated-clock.ts'
import { definitely, groupDraft, passphrase, recoveryCode, valueOf } from '../core/support/world.ts'
import { prepareCommand } from '../unit/session/arbitraries.ts'
import { createDice, type Dice } from './dice.ts'
import { afterwards, randomCommand } from './random-command.ts'

const sequenceCount = 150
// Another seed each day; the seed in a failure brings it back.
const seed = Number(process.env['SEED'] ?? Math.floor(Date.now() / 86_400_000))

const prepare = prepareCommand()
const clock = createSimulatedClock()
let folder: string
let vault: OpenVault

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'circlekeeper-test-'))
  vault = valueOf(
    await createVault(join(folder, 'vault'), {
      passphrase,
      recoveryCode,
      strength: floor,
      fill: ({ record }) => saveGroup(record, prepare.groupId, { ...groupDraft, membership: 'open' }),
    }),
  )
})
afterAll(() => {
  vault.close()
  rmSync(folder, { recursive: true, force: true })
})

/** In the console an id names one note: it is made anew for each. */
function withOwnNote(command: AnyCommand): AnyCommand {
  const isNew =
    command.type === 'record-note' || command.type === 'keep-private-note' || command.type === 'move-note'
  return isNew ? { ...command, noteId: noteIdSchema.parse(randomUUID()) } : command
}

function newLog(record: WritableDb<'record'>): SessionLog {
  return createSessionLog({ db: record, clock, push: () => undefined })
}

/** One session, from its preparation through anything that can be asked, crashes among it. */
function live(record: WritableDb<'record'>, dice: Dice, number: number): SessionId {
  const sessionId = sessionIdSchema.parse(randomUUID())
  let log = newLog(record)
  const give = (command: AnyCommand) => log.append(sessionId, withOwnNote(command))
  give({ ...prepare, number })
  if (!dice.oneIn(6))
    for (const command of [{ type: 'arrive-all' }, { type: 'start', end: 'full-length' }] as const)
      give(command)
  for (let left = 5 + dice.below(60); left > 0; left -= 1) {
    clock.pass(dice.below(dice.oneIn(5) ? 1_200_000 : 5_000))
    give(randomCommand(dice))
    if (!dice.oneIn(30)) continue
    clock.restart()
    log = newLog(record)
    log.comeBack()
  }
  // No second session runs beside it.
  if (dice.oneIn(2) || log.state(sessionId)?.stage !== 'prepared') give({ type: 'end' })
  for (let left = dice.below(20); left > 0; left -= 1) give(afterwards(dice))
  if (['running', 'paused'].includes(log.state(sessionId)?.stage ?? '')) give({ type: 'end' })
  return sessionId
}

function plain({ session, ...rest }: Projection): unknown {
  return { ...rest, session: { ...session, headHash: Buffer.from(session.headHash).toString('hex') } }
}

const tallySchema = z.record(z.string(), z.unknown())

function readTally(record: WritableDb<'record'>, sessionId: SessionId): unknown {
  return readOne(record, sql`SELECT * FROM session_tally WHERE session_id = ${sessionId}`, tallySchema)
}

/** What the tally is to say, counted one by one. Nothing is written about anybody in these sessions. */
function countTally(projection: Projection, sessionId: SessionId): unknown {
  const { session, people, followUps, signatures, erasedIds } = projection
  const members = people.filter(({ role }) => role === 'member')
  const came = members.filter(({ presence }) => ['present', 'out', 'left'].includes(presence))
  const notes = signatures.filter(({ kind }) => kind === 'note')
  const isCoSigned = (noteId: string) =>
    signatures.some(({ kind, amends }) => kind === 'co-signature' && amends === noteId)
  const amended = signatures.filter(({ kind, amends }) => kind !== 'co-signature' && amends !== null)
  const isSigned = (personId: string) => notes.some((note) => note.personId === personId)
  return {
    session_id: sessionId,
    order_ms: session.startedAtMs ?? session.plannedStartMs ?? session.preparedAtMs,
    member_count: members.length,
    present_count: came.length,
    written_count: 0,
    signed_count: came.filter(({ personId }) => isSigned(personId) || erasedIds.includes(personId)).length,
    awaiting_count: signatures.filter((one) => one.needsCoSignature && !isCoSigned(one.noteId)).length,
    amended_count: new Set(amended.map(({ amends }) => amends)).size,
    open_follow_up_count: followUps.filter(({ closedAtMs }) => closedAtMs === null).length,
    has_risk_unsigned: followUps.some(({ personId }) => !isSigned(personId)) ? 1 : 0,
  }
}

it(`keeps tables that equal a fresh fold and a rebuild, after ${sequenceCount} random histories`, () => {
  const { record } = vault
  let [marks, signatures] = [0, 0]
  for (let index = 0; index < sequenceCount; index += 1) {
    const sessionId = live(record, createDice(seed + index * 7_919), index + 1)
    const fresh = projectSession(definitely(readLiveSession(record, sessionId)))
    const words = `SEED=${seed}, history ${index}`
    const read = () => plain(definitely(readProjection(record, sessionId)))
    expect(read(), words).toEqual(plain(fresh))
    expect(readTally(record, sessionId), words).toEqual(countTally(fresh, sessionId))
    rebuildSession(record, sessionId)
    expect(read(), words).toEqual(plain(fresh))
    expect(readTally(record, sessionId), words).toEqual(countTally(fresh, sessionId))
    marks += fresh.marks.length
    signatures += fresh.signatures.length
  }
  expect(marks).toBeGreaterThan(sequenceCount / 4)
  expect(signatures).toBeGreaterThan(sequenceCount / 4)
})
