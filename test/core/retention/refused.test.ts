import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { defaultRetentionRules } from '../../../src/shared/retention/retention-rules.ts'
import { fail, type Result } from '../../../src/shared/result.ts'
import { definitely, passphrase } from '../support/world.ts'
import {
  atTheTables,
  createKeptWorld,
  eraseGone,
  letYearsPass,
  rowsOf,
  type KeptWorld,
} from './kept-world.ts'

let kept: KeptWorld

beforeAll(async () => {
  kept = await createKeptWorld()
})
afterAll(() => kept.world.close())

/** Everything that stands in logs and texts, and what the vault is opened with. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  await atTheTables(kept.world, (vault) => {
    for (const table of ['session_event', 'signed_note', 'record_note', 'member', 'care_entry'])
      hash.update(rowsOf(vault.record, table))
    hash.update(rowsOf(vault.private, 'private_note'))
  })
  hash.update(readFileSync(join(kept.world.paths.vaultDir, 'vault.json')))
  return hash.digest('hex')
}

/** Asks for it, and for what it would take; either is refused, and nothing is another than before. */
async function expectRefusal(code: 'not-past' | 'on-hold' | 'session-open'): Promise<void> {
  const before = await fingerprint()
  expect(await eraseGone(kept)).toEqual(fail({ code }))
  expect(await kept.world.ask('retention.foresee', { personIds: [kept.goneId] })).toEqual(fail({ code }))
  expect(await fingerprint()).toBe(before)
  expect(existsSync(join(kept.world.paths.exportsDir, kept.file.fileName))).toBe(true)
}

const sessionIds = () => [kept.alone.sessionId]
const destroy = (): Promise<Result<unknown, unknown>> =>
  kept.world.ask('retention.destroy-private', { sessionIds: sessionIds(), authorPassphrase: passphrase })

it('a chart that is not past its date is not erased, nor are its private notes destroyed', async () => {
  await expectRefusal('not-past')
  expect(await destroy()).toEqual(fail({ code: 'not-past' }))
})

it('nothing past its date is erased by itself, however often the vault is opened', async () => {
  letYearsPass(kept.world, 12)
  const before = await fingerprint()
  for (let count = 0; count < 3; count += 1) {
    letYearsPass(kept.world, 1)
    await kept.world.core.beat()
  }
  expect(await fingerprint()).toBe(before)
  const { charts, privateNotes } = await kept.world.get('retention.report', {})
  expect(charts.find(({ personId }) => personId === kept.goneId)?.standing).toBe('past')
  // Who is enrolled still has no date.
  expect(charts.find(({ personId }) => personId === kept.stayingId)?.standing).toBe('in-care')
  expect(privateNotes).toHaveLength(2)
})

it('a chart on hold is not erased, nor is anything while everything is, and what is held of private notes stays', async () => {
  const { world, goneId } = kept
  for (const personId of [goneId, null]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const { holdId } = await world.get('retention.hold', { personId, reason: 'Subpoena' })
    // oxlint-disable-next-line no-await-in-loop
    await expectRefusal('on-hold')
    // oxlint-disable-next-line no-await-in-loop
    expect(await destroy()).toEqual(fail({ code: 'on-hold' }))
    // oxlint-disable-next-line no-await-in-loop
    await world.get('retention.lift-hold', { holdId })
    // oxlint-disable-next-line no-await-in-loop
    expect(await world.ask('retention.lift-hold', { holdId })).toEqual(fail({ code: 'not-found' }))
  }
})

it('a chart of somebody who came as an adolescent waits for the day of coming of age', async () => {
  const { world, goneId: personId } = kept
  const act = { kind: 'counted-as', day: '2026-11-24', ageGroup: 'adolescent', reason: '' } as const
  const { seq } = await world.get('care.enter', { personId, act })
  await expectRefusal('not-past')
  const { chart } = await world.get('retention.of-member', { personId })
  expect(chart).toMatchObject({ standing: 'age-unknown', keptUntil: null })
  await world.get('retention.set-of-age', { personId, ofAgeOn: '2035-01-01' })
  await expectRefusal('not-past')
  expect((await world.get('retention.of-member', { personId })).chart.keptUntil).toBe('2045-01-02')
  await world.get('retention.set-of-age', { personId, ofAgeOn: null })
  const back = { kind: 'taken-back', refersTo: seq, day: '2026-11-24', reason: '' } as const
  await world.get('care.enter', { personId, act: back })
})

it('nothing is past its date while nobody has said by whose law', async () => {
  await kept.world.get('retention.change-rules', { rules: defaultRetentionRules })
  await expectRefusal('not-past')
  await kept.world.get('retention.change-rules', {
    rules: { ...defaultRetentionRules, jurisdiction: 'Some State' },
  })
})

it('a wrong passphrase erases nothing', async () => {
  const before = await fingerprint()
  const wrong = { authorPassphrase: 'copper ladder evening moss' }
  const answers = [
    await kept.world.ask('retention.erase', { personIds: [kept.goneId], ...wrong }),
    await kept.world.ask('retention.destroy-private', { sessionIds: sessionIds(), ...wrong }),
  ]
  expect(answers).toEqual([fail({ code: 'wrong-secret' }), fail({ code: 'wrong-secret' })])
  expect(await fingerprint()).toBe(before)
})

it('somebody who is expected in a session is in care, and while one runs nothing is erased', async () => {
  const { world, goneId, shared } = kept
  const plan = {
    groupId: shared.groupId,
    topic: '',
    leadId: shared.leadId,
    coLeadIds: [],
    plannedStartMs: null,
  }
  const { sessionId } = await world.get('session.prepare', plan)
  await world.get('session.walk-in', { sessionId, who: { personId: goneId } })
  await expectRefusal('not-past')
  await world.get('session.act', { sessionId, command: { type: 'start', end: 'full-length' } })
  expect(await eraseGone(kept)).toEqual(fail({ code: 'session-open' }))
  expect(await destroy()).toEqual(fail({ code: 'session-open' }))
})

it('nobody who is not on file can be held or erased', async () => {
  const personId = definitely(kept.shared.leadId)
  const personIds = [personId]
  const answers = [
    await kept.world.ask('retention.hold', { personId, reason: 'Subpoena' }),
    await kept.world.ask('retention.set-of-age', { personId, ofAgeOn: '2020-01-01' }),
    await kept.world.ask('retention.of-member', { personId }),
    await kept.world.ask('retention.foresee', { personIds }),
  ]
  expect(answers.map((answer) => !answer.ok && answer.error.code)).toEqual([
    'not-found',
    'not-found',
    'not-found',
    'session-open',
  ])
})
