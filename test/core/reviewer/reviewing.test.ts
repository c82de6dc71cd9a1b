/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CoreCallName } from '../../../src/main/core/protocol.ts'
import { contract, type InputOf } from '../../../src/shared/ipc/contract.ts'
import { commentIdSchema, exportIdSchema } from '../../../src/shared/ids.ts'
import { readLog } from '../../../src/shared/session/log-text.ts'
import { definitely, passphrase, recoveryCode } from '../support/world.ts'
import {
  createReviewedWorld,
  hashTables,
  privateWords,
  reviewerPassphrase,
  type ReviewedWorld,
} from './reviewed-world.ts'

let reviewed: ReviewedWorld
beforeEach(async () => {
  reviewed = await createReviewedWorld()
})
afterEach(() => reviewed.world.close())

const notAllowed = { ok: false, error: { code: 'not-allowed' } }
const names = Object.keys(contract).filter((name): name is CoreCallName => name in contract)
const needing = (needs: string) => names.filter((name) => contract[name].needs === needs)

type Inputs = { readonly [Name in CoreCallName]?: InputOf<Name> }

const noFilters = {
  groupId: null,
  groupType: null,
  personId: null,
  fromMs: null,
  toMs: null,
  theme: null,
  hasRisk: false,
}

/** What a reviewer may ask, each as it would come nearest to what is here. */
function inputsOf({ session, memberId, noteId }: ReviewedWorld): Inputs {
  const { sessionId, groupId } = session
  const ofSession = { sessionId }
  const ofMember = { personId: memberId }
  return {
    'access.list': { beforeSeq: null, personId: null },
    'care-rules.read': {},
    'care.read': ofMember,
    'care.standings': {},
    'care.waiting': { groupId },
    'comments.draft': { ...ofSession, noteId },
    'comments.list': ofSession,
    'comments.save-draft': { ...ofSession, noteId, text: 'Well' },
    'comments.mark-read': ofSession,
    'comments.take-back': { commentId: commentIdSchema.parse(crypto.randomUUID()) },
    'comments.unread': {},
    'comments.write': { sessionId, noteId, text: 'Well put.' },
    'conceal.begin': {},
    'conceal.read': {},
    'conceal.reveal': { kind: 'passphrase', secret: reviewerPassphrase },
    'disclosures.list': { personId: null },
    'follow-up.closings': ofSession,
    'follow-up.list-open': {},
    'goals.read': ofMember,
    'group-review.read': { groupId, weeks: null },
    'hours.of-member': ofMember,
    'hours.short': {},
    'measures.read': {},
    'member.notes': ofMember,
    'member.review': ofMember,
    'member.signed-texts': { sessionId, personId: memberId },
    'note.list': ofSession,
    'privacy.log-check': {},
    'privacy.measure': {},
    'record-rules.read': {},
    'reviewer.co-sign': { sessionId, amends: noteId, passphrase: 'not theirs at all' },
    'reviewer.list': {},
    'reviewer.who': {},
    'roster.read': {},
    'roster.current': {},
    'safety.read': {},
    'scale-follow-up.of-member': ofMember,
    'scales.read': ofMember,
    'search.record': { text: privateWords, filters: noFilters, newest: 20 },
    'seats.read': ofSession,
    'session-page.beside': ofSession,
    'session-review.of-member': ofMember,
    'session-review.rows': { newest: null },
    'session-review.views': {},
    'session.baselines': ofSession,
    'session.current': {},
    'session.open': ofSession,
  }
}

/** Those that answer with a failure, as they should for these inputs. */
const failing = new Map<CoreCallName, string>([
  ['comments.take-back', 'not-found'],
  ['reviewer.co-sign', 'wrong-secret'],
])

it('a reviewer is answered what is on record, and no private word is in any answer', async () => {
  const inputs = inputsOf(reviewed)
  expect(Object.keys(inputs).toSorted()).toEqual(needing('record').toSorted())
  await reviewed.review()
  const { world } = reviewed
  for (const name of needing('record')) {
    const answer = await world.ask(name, definitely(inputs[name]))
    expect(answer.ok ? null : answer.error.code, name).toBe(failing.get(name) ?? null)
    expect(JSON.stringify(answer), name).not.toContain('thistledown')
  }
  expect(JSON.stringify(world.pushed)).not.toContain('thistledown')
})

it('every other call that needs the vault is not allowed to a reviewer, and reaches no handler', async () => {
  await reviewed.review()
  const { core } = reviewed.world
  expect(needing('vault').length).toBeGreaterThan(60)
  // A compromised window or main sends what it likes: the core looks at who has the vault open, before the input.
  for (const name of needing('vault')) expect(await core.call(name, {}), name).toEqual(notAllowed)
  const { sessionId } = reviewed.session
  const exportId = exportIdSchema.parse(crypto.randomUUID())
  expect(await core.run('export.facts', { sessionId })).toEqual(notAllowed)
  expect(await core.run('export.note-people', { sessionId })).toEqual(notAllowed)
  expect(await core.run('export.path', { exportId })).toEqual(notAllowed)
  expect(await core.run('export.identify', { bytes: new Uint8Array() })).toEqual(notAllowed)
})

it('reviewing changes no byte of the session log or of a signed note', async () => {
  const { world, session } = reviewed
  // A second session was left running, as after a crash of the author's console.
  const { sessionId } = await world.get('session.prepare', {
    groupId: session.groupId,
    topic: '',
    leadId: session.leadId,
    coLeadIds: [],
    plannedStartMs: null,
  })
  for (const command of [{ type: 'arrive-all' }, { type: 'start', end: 'full-length' }] as const)
    await world.get('session.act', { sessionId, command })
  await world.get('vault.lock', {})
  const before = await hashTables(world)
  world.clock.pass(3_600_000)
  await reviewed.review()
  const inputs = inputsOf(reviewed)
  for (const name of needing('record')) await world.ask(name, definitely(inputs[name]))
  for (const name of needing('vault')) await world.core.call(name, {})
  await world.core.beat()
  await world.get('vault.lock', {})
  expect(await hashTables(world)).toEqual(before)
  // It is the author's return that the running session is told of.
  await reviewed.unlock()
  await world.get('vault.lock', {})
  expect((await hashTables(world)).get('session_event')).not.toBe(before.get('session_event'))
})

describe('a reviewer', () => {
  it('is told apart from the author, and by the facilitator whom the slot was made for', async () => {
    const { world, reviewerId } = reviewed
    expect(await world.get('vault.access', {})).toBe('unlocked')
    expect(await world.get('reviewer.who', {})).toBeNull()
    await reviewed.review()
    expect(await world.get('vault.access', {})).toBe('reviewing')
    expect(world.pushed).toContainEqual({ name: 'vault.access-changed', push: 'reviewing' })
    expect(await world.get('reviewer.who', {})).toBe(reviewerId)
  })

  it('co-signs as themselves, with their own passphrase once more, and says so in the log alone', async () => {
    const { world, session, noteId, reviewerId } = reviewed
    await world.get('vault.lock', {})
    const before = await hashTables(world)
    await reviewed.review()
    const { sessionId } = session
    const coSign = (typed: string) =>
      world.ask('reviewer.co-sign', { sessionId, amends: noteId, passphrase: typed })
    // The author's passphrase is not the reviewer's.
    expect(await coSign(passphrase)).toEqual({ ok: false, error: { code: 'wrong-secret' } })
    const signed = await coSign(reviewerPassphrase)
    expect(signed).toMatchObject({
      ok: true,
      value: [{ body: { type: 'note.signed', kind: 'co-signature', signedById: reviewerId } }],
    })
    expect(await coSign(reviewerPassphrase)).toMatchObject({ ok: false, error: { code: 'refused' } })
    const texts = await world.get('note.list', { sessionId })
    expect(texts.at(-1)?.text).toMatchObject({
      kind: 'co-signature',
      signature: { signer: { name: 'Noor Haddad' } },
    })
    await world.get('vault.lock', {})
    const after = await hashTables(world)
    const changed = [...after].filter(([name, hash]) => before.get(name) !== hash).map(([name]) => name)
    // A text more, its event, and what is counted of both: what was there is checked by its chain.
    expect(changed.toSorted()).toContain('session_event')
    expect(changed.toSorted()).toContain('signed_note')
  })

  it('may not co-sign unless the clinic lets them', async () => {
    const { world, reviewerId, session, noteId } = reviewed
    const none = { personId: reviewerId, needsCoSignature: false, mayCoSign: false }
    await world.get('roster.set-co-signing', none)
    await reviewed.review()
    const input = { sessionId: session.sessionId, amends: noteId, passphrase: reviewerPassphrase }
    expect(await world.ask('reviewer.co-sign', input)).toEqual(notAllowed)
  })

  it('is locked out after five wrong passphrases at a signature', async () => {
    const { world, session, noteId } = reviewed
    await reviewed.review()
    const input = { sessionId: session.sessionId, amends: noteId, passphrase: 'not theirs at all' }
    for (let attempt = 0; attempt < 5; attempt += 1) await world.ask('reviewer.co-sign', input)
    await world.core.beat()
    expect(await world.get('vault.access', {})).toBe('locked')
  })

  it('is not let in by the recovery code, which is the author’s', async () => {
    const { world } = reviewed
    await world.get('vault.lock', {})
    await world.get('vault.unlock', { kind: 'recovery', secret: recoveryCode })
    expect(await world.get('vault.access', {})).toBe('unlocked')
  })

  it('cannot reveal with the author’s passphrase, nor the author with theirs', async () => {
    const { world } = reviewed
    const reveal = (secret: string) => world.get('conceal.reveal', { kind: 'passphrase', secret })
    await world.get('conceal.begin', {})
    expect((await reveal(reviewerPassphrase)).isRevealed).toBe(false)
    expect((await reveal(passphrase)).isRevealed).toBe(true)
    await reviewed.review()
    await world.get('conceal.begin', {})
    expect((await reveal(passphrase)).isRevealed).toBe(false)
    expect((await reveal(reviewerPassphrase)).isRevealed).toBe(true)
  })
})

const revoke = ({ world, reviewerId }: ReviewedWorld, authorPassphrase = passphrase) =>
  world.ask('reviewer.revoke', { personId: reviewerId, authorPassphrase })

describe('revoking', () => {
  it('goes on with the same open vault, closes it to the reviewer, and leaves the author’s secrets as they were', async () => {
    const { world, session } = reviewed
    const { sessionId } = session
    const opened = await world.get('session.open', { sessionId })
    const pushes = world.pushed.length
    expect(await revoke(reviewed)).toEqual({ ok: true, value: null })
    const told = world.pushed.slice(pushes)
    // Nobody came or went.
    expect(new Set(told.map(({ name }) => name))).toEqual(new Set(['keys.renewal-changed']))
    expect(told.at(-1)?.push).toEqual({ stage: 'done', act: 'revoke' })
    expect(readLog((await world.get('session.open', { sessionId })).log)).toEqual(readLog(opened.log))
    expect(await world.get('session.private-notes', { sessionId })).toMatchObject([{ text: privateWords }])
    await world.get('session.keep-private-note', { sessionId, text: 'Later.' })
    expect(await world.get('reviewer.list', {})).toEqual([])
    await world.get('vault.lock', {})
    const asReviewer = await world.ask('vault.unlock', { kind: 'passphrase', secret: reviewerPassphrase })
    expect(asReviewer).toEqual({ ok: false, error: { code: 'wrong-secret' } })
    for (const secret of [
      { kind: 'passphrase', secret: passphrase },
      { kind: 'recovery', secret: recoveryCode },
    ] as const) {
      await world.get('vault.unlock', secret)
      expect(await world.get('session.private-notes', { sessionId })).toHaveLength(2)
      await world.get('vault.lock', {})
    }
  })

  it('is refused with a wrong passphrase and while a session runs, and the vault stays open as it was', async () => {
    const { world, session, reviewerId } = reviewed
    const wrong = { ok: false, error: { code: 'wrong-secret' } }
    expect(await revoke(reviewed, 'not the passphrase')).toEqual(wrong)
    const { sessionId } = await world.get('session.prepare', {
      groupId: session.groupId,
      topic: '',
      leadId: session.leadId,
      coLeadIds: [],
      plannedStartMs: null,
    })
    for (const command of [{ type: 'arrive-all' }, { type: 'start', end: 'full-length' }] as const)
      await world.get('session.act', { sessionId, command })
    expect(await revoke(reviewed)).toEqual({ ok: false, error: { code: 'session-open' } })
    expect(await world.get('reviewer.list', {})).toMatchObject([{ personId: reviewerId }])
    await world.get('session.record-note', { sessionId, text: 'It goes on.' })
  })

  it('lets the same person in again with another passphrase', async () => {
    const { world, reviewerId } = reviewed
    await revoke(reviewed)
    const another = 'lantern ferry august clay'
    const input = { personId: reviewerId, passphrase: another, authorPassphrase: passphrase }
    await world.get('reviewer.let-in', input)
    await world.get('vault.lock', {})
    await world.get('vault.unlock', { kind: 'passphrase', secret: another })
    expect(await world.get('reviewer.who', {})).toBe(reviewerId)
  })
})
