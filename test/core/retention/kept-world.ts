/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readAll, type ReadableDb } from '../../../src/main/core/vault/database.ts'
import type { OpenVault } from '../../../src/main/core/vault/open-vault.ts'
import { sql } from '../../../src/main/core/vault/sql.ts'
import { unlockVault, withKeys } from '../../../src/main/core/vault/unlock-vault.ts'
import type { Store } from '../../../src/main/core/vault/store-error.ts'
import type { PersonId, SessionId } from '../../../src/shared/ids.ts'
import type { ExportedFile } from '../../../src/shared/ipc/export-calls.ts'
import { guardKindSchema } from '../../../src/shared/record/note-kinds.ts'
import { defaultRetentionRules } from '../../../src/shared/retention/retention-rules.ts'
import { succeed } from '../../../src/shared/result.ts'
import { z } from '../../../src/shared/zod.ts'
import type { Command } from '../../../src/shared/session/commands.ts'
import {
  createOpenWorld,
  definitely,
  emptyShared,
  passphrase,
  prepareSession,
  responseOf,
  valueOf,
  type Prepared,
  type World,
} from '../support/world.ts'
import { disclosure } from '../signing/every-call.ts'
import { decryptDatabase } from '../vault/sqlcipher-pages.ts'

/** In every word that is about whoever is erased, at its end: an index stores the beginnings of words once. */
export const canary = 'quillheron'
export const dayMs = 24 * 60 * 60_000
const overridden = guardKindSchema.options

/** A clinic in which somebody's chart is full of words, and another person's beside it. */
export interface KeptWorld {
  readonly world: World
  readonly goneId: PersonId
  readonly stayingId: PersonId
  /** Where both were, and where the first was alone. */
  readonly shared: Prepared
  readonly alone: Prepared
  readonly file: ExportedFile
}

export async function createKeptWorld(): Promise<KeptWorld> {
  const world = await createOpenWorld()
  const shared = await prepareSession(world, 2)
  const [goneId, stayingId] = [definitely(shared.memberIds[0]), definitely(shared.memberIds[1])]
  await fillChart(world, goneId, canary)
  await fillChart(world, stayingId, 'plainword')
  await shared.act({ type: 'arrive-all' })
  await hold(world, shared)
  for (const [personId, word] of [
    [goneId, canary],
    [stayingId, 'plainword'],
  ] as const)
    await writeAbout(world, shared, personId, word)
  await leave(world, shared, goneId)
  const alone = await prepareAlone(world, shared, goneId)
  await hold(world, alone)
  await writeOfSession(world, alone.sessionId, canary)
  await writeOfSession(world, shared.sessionId, 'plainword')
  await writeAbout(world, alone, goneId, canary)
  await world.get('disclosures.enter', { personId: stayingId, draft: disclosure })
  const consent = {
    kind: 'disclosure',
    recipient: `to${canary}`,
    purpose: `for${canary}`,
    reference: `by${canary}`,
  } as const
  const file = await world.get('export.note-bundle', {
    sessionId: shared.sessionId,
    personId: goneId,
    consent,
  })
  await world.get('care.enter', {
    personId: goneId,
    act: { kind: 'discharged', day: '2026-11-24', reason: `done${canary}` },
  })
  const { holdId } = await world.get('retention.hold', { personId: goneId, reason: `court${canary}` })
  await world.get('retention.lift-hold', { holdId })
  const rules = { ...defaultRetentionRules, jurisdiction: 'Some State' }
  await world.get('retention.change-rules', { rules })
  return { world, goneId, stayingId, shared, alone, file }
}

/** What stands in a chart beside the sessions. */
async function fillChart(world: World, personId: PersonId, word: string): Promise<void> {
  const draft = {
    preferredName: `Name${word}`,
    initials: 'N',
    chartId: `chart${word}`,
    role: 'member',
    agreedOn: null,
  } as const
  await world.get('roster.change-member', { personId, draft })
  await world.get('roster.set-aliases', { personId, aliases: [`alias${word}`] })
  const { goalId } = await world.get('goals.set', { personId, text: `goal${word}` })
  await world.get('goals.set', { personId, text: `objective${word}`, parentId: goalId })
  const day = '2026-11-24'
  await world.get('care.enter', {
    personId,
    act: { kind: 'individual-work', day, minutes: 50, reason: `work${word}` },
  })
  const answers = { given: 'total', total: 12, item9: 1 } as const
  const scale = { scale: 'phq-9', takenOn: day, difficulty: null, answers } as const
  const own = { scale: 'own', name: `scale${word}`, lowest: 0, highest: 10, total: 4, takenOn: day } as const
  await world.get('scales.enter', { personId, draft: own })
  const first = definitely((await world.get('scales.enter', { personId, draft: scale })).followUpId)
  await world.get('scale-follow-up.close', { followUpId: first, text: `closed${word}` })
  await world.get('scales.enter', { personId, draft: scale })
}

/** Two risks are marked of each member, and numbers and turns are theirs. */
async function hold(world: World, { act, memberIds }: Prepared): Promise<void> {
  const { measures } = await world.get('measures.read', {})
  const measureId = definitely(measures[0]).id
  await act({ type: 'start', end: 'full-length' })
  for (const personId of memberIds) {
    const acts: Command[] = [
      { type: 'record-check-in', personId, moment: 'start', measureId, value: 4 },
      { type: 'give-floor', personId },
      { type: 'mark', personId, mark: 'risk' },
      { type: 'mark', personId, mark: 'risk' },
      { type: 'mark', personId, mark: 'shared' },
    ]
    for (const command of acts) {
      world.clock.pass(60_000)
      await act(command)
    }
    await act({ type: 'release-floor', personId })
  }
  await act({ type: 'end' })
}

/** What is written about one member of a session that is over. */
async function writeAbout(world: World, { sessionId }: Prepared, personId: PersonId, word: string) {
  const [goal] = await world.get('goals.read', { personId })
  const goals = [{ goalId: definitely(goal).goalId, progress: 'progressing' as const }]
  const written = { response: `response${word}`, plan: `plan${word}`, goals }
  await world.get('debrief.save-response', { sessionId, response: responseOf(personId, written) })
  valueOf(await world.ask('note.sign', { sessionId, personId, overridden: [...overridden] }))
  const entries = await world.get('note.list', { sessionId })
  const { noteId: amends } = definitely(entries.find((entry) => entry.personId === personId))
  const amendment = { sessionId, amends, overridden: [...overridden] }
  await world.get('note.amend', { ...amendment, kind: 'addendum', text: `addendum${word}` })
  await world.get('debrief.save-amendment', {
    sessionId,
    amendment: { amends, kind: 'addendum', text: `begun${word}` },
  })
  const { commentId } = await world.get('comments.write', {
    sessionId,
    noteId: amends,
    text: `comment${word}`,
  })
  await world.get('comments.save-draft', { sessionId, noteId: amends, text: `typed${word}` })
  await world.get('comments.write', { sessionId, noteId: amends, text: `withdrawn${word}` })
  await world.get('comments.mark-read', { sessionId })
  await world.get('comments.take-back', { commentId })
  const open = await world.get('follow-up.list-open', {})
  const marks = open.flatMap((one) =>
    'mark' in one && one.personId === personId && one.sessionId === sessionId ? [one.mark] : [],
  )
  await world.get('follow-up.close', { sessionId, mark: definitely(marks[0]), text: `spoken${word}` })
  await world.get('follow-up.save-draft', { sessionId, mark: definitely(marks[1]), text: `calling${word}` })
}

/** What is written for all of a session. */
async function writeOfSession(world: World, sessionId: SessionId, word: string): Promise<void> {
  await world.get('session.act', { sessionId, command: { type: 'set-topic', topic: `topic${word}` } })
  await world.get('session.record-note', { sessionId, text: `note${word}` })
  await world.get('session.keep-private-note', { sessionId, text: `private${word}` })
  const { facilitators } = await world.get('roster.read', {})
  const personId = definitely(facilitators[0]).id
  const interventions = [{ personId, text: `intervention${word}` }]
  const shared = {
    ...emptyShared,
    interventions,
    groupProcess: `process${word}`,
    homePractice: `practice${word}`,
  }
  await world.get('debrief.save-shared', { sessionId, shared })
  await world.get('comments.write', { sessionId, noteId: null, text: `whole${word}` })
}

async function leave(world: World, { groupId }: Prepared, personId: PersonId): Promise<void> {
  await world.get('roster.withdraw', { groupId, personId })
}

/** A session of a group that this person alone is in. */
async function prepareAlone(world: World, { leadId }: Prepared, personId: PersonId): Promise<Prepared> {
  const prepared = await prepareSession(world, 0)
  const { sessionId } = prepared
  valueOf(await world.ask('session.walk-in', { sessionId, who: { personId } }))
  return { ...prepared, memberIds: [personId], leadId }
}

/** Many years go by, in which nobody comes. */
export function letYearsPass(world: World, years: number): void {
  world.clock.pass(years * 366 * dayMs)
}

export const eraseGone = ({ world, goneId }: KeptWorld) =>
  world.ask('retention.erase', { personIds: [goneId], authorPassphrase: passphrase })

/** Every page of a database of a locked vault as it is under its encryption, free ones too. */
export async function plainPages(world: World, store: Store): Promise<Buffer> {
  const secret = { kind: 'passphrase', secret: passphrase } as const
  const key = valueOf(
    await withKeys(world.paths.vaultDir, secret, (keys) => succeed(Buffer.from(keys[store]))),
  )
  const path = join(world.paths.vaultDir, `${store}.db`)
  return decryptDatabase(readFileSync(path), key)
}

/** Lets a test at the databases themselves, while the console has locked them. */
export async function atTheTables(world: World, work: (vault: OpenVault) => void): Promise<void> {
  await world.get('vault.lock', {})
  const vault = valueOf(await unlockVault(world.paths.vaultDir, { kind: 'passphrase', secret: passphrase }))
  try {
    work(vault)
  } finally {
    vault.close()
  }
  await world.get('vault.unlock', { kind: 'passphrase', secret: passphrase })
}

/** Every row of a table, as text. */
export function rowsOf(db: ReadableDb<Store>, table: string): string {
  // The name of a table cannot be a parameter.
  const text = [`SELECT * FROM "${table}"`]
  return JSON.stringify(readAll(db, sql(Object.assign(text, { raw: text })), z.unknown()))
}
