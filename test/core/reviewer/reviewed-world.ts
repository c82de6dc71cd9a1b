import { createHash } from 'node:crypto'
import { readAll, readOne } from '../../../src/main/core/vault/database.ts'
import { openRecordToRead } from '../../../src/main/core/vault/read-record.ts'
import { sql, type Query } from '../../../src/main/core/vault/sql.ts'
import type { NoteId, PersonId } from '../../../src/shared/ids.ts'
import { z } from '../../../src/shared/zod.ts'
import {
  createOpenWorld,
  definitely,
  passphrase,
  startSession,
  valueOf,
  type Prepared,
  type World,
} from '../support/world.ts'

export const reviewerPassphrase = 'orchard violin seventeen snow'
/** Words that stand in private notes alone. */
export const privateWords = 'thistledown kept to myself'

/** A vault with one session that is over, a signed note and a private one, and somebody who may review it. */
export interface ReviewedWorld {
  readonly world: World
  readonly session: Prepared
  readonly reviewerId: PersonId
  readonly memberId: PersonId
  readonly noteId: NoteId
  /** Locks, and comes in with the reviewer's passphrase. */
  review(): Promise<void>
  /** Locks, and comes in as the author. */
  unlock(): Promise<void>
}

/** Lets somebody come in who may review; answers who. */
export async function letReviewerIn(world: World): Promise<PersonId> {
  const draft = { name: 'Noor Haddad', initials: 'NH', credentials: 'PhD' }
  const { personId } = await world.get('roster.create-facilitator', draft)
  const secrets = { passphrase: reviewerPassphrase, authorPassphrase: passphrase }
  await world.get('reviewer.let-in', { personId, ...secrets })
  return personId
}

export async function createReviewedWorld(): Promise<ReviewedWorld> {
  const world = await createOpenWorld()
  const session = await startSession(world)
  const { sessionId } = session
  const memberId = definitely(session.memberIds[0])
  await session.act({ type: 'mark', personId: memberId, mark: 'shared' })
  await world.get('session.record-note', { sessionId, text: 'For the record.' })
  await world.get('session.keep-private-note', { sessionId, text: privateWords })
  await session.act({ type: 'end' })
  const draft = { name: 'Noor Haddad', initials: 'NH', credentials: 'PhD' }
  const reviewerId = (await world.get('roster.create-facilitator', draft)).personId
  await world.get('roster.set-co-signing', {
    personId: session.leadId,
    needsCoSignature: true,
    mayCoSign: false,
  })
  await world.get('roster.set-co-signing', {
    personId: reviewerId,
    needsCoSignature: false,
    mayCoSign: true,
  })
  await world.get('note.sign', {
    sessionId,
    personId: memberId,
    overridden: ['names', 'copied', 'judgement', 'missing', 'private-only'],
  })
  const [note] = await world.get('note.list', { sessionId })
  const letIn = { personId: reviewerId, passphrase: reviewerPassphrase, authorPassphrase: passphrase }
  await world.get('reviewer.let-in', letIn)
  const comeIn = async (secret: string) => {
    await world.get('vault.lock', {})
    await world.get('vault.unlock', { kind: 'passphrase', secret })
  }
  return {
    world,
    session,
    reviewerId,
    memberId,
    noteId: definitely(note).noteId,
    review: () => comeIn(reviewerPassphrase),
    unlock: () => comeIn(passphrase),
  }
}

const nameSchema = z.strictObject({ name: z.string() })

/** What a review may add to, and nothing else. */
const additions = new Set([
  'access_entry',
  'supervision_comment',
  'supervision_comment_draft',
  'supervision_comment_read',
])

/** A hash of every table of a locked vault: of every row of it, byte for byte. */
export async function hashTables(world: World): Promise<ReadonlyMap<string, string>> {
  const secret = { kind: 'passphrase', secret: passphrase } as const
  const opened = valueOf(await openRecordToRead(world.paths.vaultDir, secret))
  const { record } = opened
  const names = readAll(record, sql`SELECT name FROM sqlite_schema WHERE type = 'table'`, nameSchema)
  const hashes = new Map<string, string>()
  for (const { name } of names) {
    if (additions.has(name)) continue
    const rows = readAll(record, rowsOf(name), z.record(z.string(), z.unknown()))
    hashes.set(name, createHash('sha256').update(JSON.stringify(rows, spellBytes)).digest('hex'))
  }
  // A table that was read as empty would prove nothing.
  if (readOne(record, rowsOf('session_event'), z.unknown()) === undefined) throw new Error('no log')
  if (readOne(record, rowsOf('signed_note'), z.unknown()) === undefined) throw new Error('nothing signed')
  opened.close()
  return hashes
}

// The name is the schema's own; a name is no parameter in SQL.
function rowsOf(table: string): Query {
  return { ...sql`SELECT * FROM sqlite_schema`, text: `SELECT * FROM "${table}"` }
}

function spellBytes(_: string, value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value
}
