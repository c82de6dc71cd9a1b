/* oxlint-disable no-await-in-loop -- one vault after the other */
import Database from 'better-sqlite3'
import { systemRandom } from '../../../src/main/core/effects.ts'
import { verifySession } from '../../../src/main/core/session/verify.ts'
import { toWritableDb } from '../../../src/main/core/vault/database.ts'
import { migrate } from '../../../src/main/core/vault/migrate.ts'
import { recordMigrations } from '../../../src/main/core/vault/migrations/record-migrations.ts'
import { groupIdSchema, sessionIdSchema, type GroupId } from '../../../src/shared/ids.ts'
import { openRooms } from '../../core/support/open-rooms.ts'
import { createSimulatedClock } from '../../core/support/simulated-clock.ts'
import { groupDraft, valueOf } from '../../core/support/world.ts'
import { createDice } from '../../properties/dice.ts'
import { uuid } from '../../unit/session/arbitraries.ts'
import type { Campaign, Order } from './campaign.ts'
import { doSomething, end, start } from './clock-commands.ts'
import { compareRecord, compareScreen } from './clock-compare.ts'
import { befall } from './clock-mishaps.ts'
import { Differs, isActive, prepareSession, toldNow, type Held } from './clock-session.ts'
import { createTruth } from './clock-truth.ts'

const minuteMs = 60_000
/** After so many sessions the next is held in a database of its own: a short list of sessions is quick to read. */
const perDatabase = 250
/** The first sessions of every so many databases are held in an encrypted vault on disk, which takes longer. */
const onDiskIn = 50
const onDiskSessions = 20

// Nights of a change to and from daylight saving time, half an hour before it, and years that no computer should show.
const beginnings: readonly [Beginning, ...Beginning[]] = [
  [Date.UTC(2026, 10, 24, 18), 'America/Chicago'],
  [Date.UTC(2026, 10, 1, 5, 20), 'America/New_York'],
  [Date.UTC(2026, 2, 8, 6, 20), 'America/New_York'],
  [Date.UTC(2026, 2, 29, 0, 40), 'Europe/Vienna'],
  [Date.UTC(2026, 3, 4, 14, 45), 'Australia/Lord_Howe'],
  [Date.UTC(1979, 11, 31, 23, 30), 'UTC'],
  [Date.UTC(1969, 11, 31, 23, 30), 'Asia/Kolkata'],
  [Date.UTC(2038, 0, 19, 3, 0), 'Pacific/Apia'],
]
type Beginning = readonly [startWallMs: number, zone: string]

/**
 * Sessions at random in which the computer sleeps, its wall clock is moved, its zone changes, the core and the computer are
 * started anew. Every time that the console tells is held against a ledger that knows what truly passed.
 */
export const clockCampaign: Campaign = {
  name: 'clock',
  shortRuns: 400,
  fullRuns: 100_000,
  async run(order) {
    for (let first = 0; first < order.runs; first += perDatabase) {
      const last = Math.min(order.runs, first + perDatabase)
      let from = first
      if (first % (perDatabase * onDiskIn) === 0) {
        const rooms = await openRooms()
        const { groupId } = valueOf(
          await rooms.enter().calls['roster.create-group']({ ...groupDraft, name: 'Held group' }),
        )
        from = Math.min(last, first + onDiskSessions)
        holdSessions({ db: rooms.vault.record, groupId }, first, from, order)
        rooms.close()
      }
      holdSessions(inMemory(), from, last, order)
    }
  },
}

/** The record's own tables without a file: the log, the fold and the projection are the core's. */
function inMemory(): Place {
  const database = new Database(':memory:')
  // The roster is not what is tried.
  database.pragma('foreign_keys = OFF')
  if (!migrate(database, recordMigrations).ok) throw new Error('a new database is of a newer version')
  return { db: toWritableDb('record', database), groupId: groupIdSchema.parse(uuid('c', 1)) }
}

type Place = Pick<Held, 'db'> & { readonly groupId: GroupId }

function holdSessions(begun: Place, first: number, last: number, order: Order): void {
  let place = begun
  for (let index = first; index < last; index += 1) {
    // A session that could not be ended stands in the way of every other one.
    if (!tryOne(place, index, order)) place = inMemory()
    order.onRun()
  }
}

/** Whether nothing was found. */
function tryOne({ db, groupId }: Place, index: number, { seed, onFinding }: Order): boolean {
  const dice = createDice(Math.imul(seed, 0x9e3779b1) + Math.imul(index, 0x85ebca6b))
  const sessionId = sessionIdSchema.parse(systemRandom.uuid())
  const where = `seed ${seed}, session ${index}`
  try {
    const [startWallMs, zone] = dice.pick(beginnings)
    const truth = createTruth(createSimulatedClock(startWallMs, zone), startWallMs)
    holdSession(prepareSession({ db, groupId, sessionId, number: index + 1, truth, dice }))
    const { firstBreak } = verifySession(db, sessionId)
    if (firstBreak === null) return true
    onFinding('corrupted', `${where}: ${firstBreak.what} at ${firstBreak.seq}`)
  } catch (error) {
    if (error instanceof Differs) onFinding('wrongAnswers', `${where}: ${error.message}`)
    else onFinding('crashes', `${where}: ${error instanceof Error ? error.message : 'not an error'}`)
  }
  return false
}

function holdSession(held: Held): void {
  const { dice, truth } = held
  const isSteady = dice.oneIn(4)
  const isShort = dice.oneIn(3)
  for (let steps = 5 + dice.below(isShort ? 10 : 35); steps > 0; steps -= 1) {
    truth.pass(dice.oneIn(3) ? dice.below(3_000) : dice.below(8 * minuteMs))
    if (dice.oneIn(3)) befall(held, isSteady)
    doSomething(held)
    if (dice.oneIn(6)) {
      truth.pass(dice.below(minuteMs))
      compareScreen(held)
    }
  }
  if (toldNow(held).stage === 'prepared') start(held)
  truth.pass(dice.below(minuteMs))
  if (isActive(toldNow(held))) end(held)
  compareRecord(held)
}
