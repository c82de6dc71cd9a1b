import { afterAll, beforeAll, expect, it } from 'vitest'
import { defaultRetentionRules } from '../../../src/shared/retention/retention-rules.ts'
import { fail } from '../../../src/shared/result.ts'
import { definitely, passphrase, valueOf } from '../support/world.ts'
import { createKeptWorld, letYearsPass, type KeptWorld } from './kept-world.ts'

let kept: KeptWorld

beforeAll(async () => {
  kept = await createKeptWorld()
  const { mapping } = valueOf(
    await kept.world.core.run('import.take', { bytes: Buffer.from('Name\nUma Ferrow\n') }),
  )
  await kept.world.get('import.commit', { mapping, decisions: [] })
})
afterAll(() => kept.world.close())

const chartsByName = async () =>
  new Map((await kept.world.get('retention.report', {})).charts.map((chart) => [chart.name, chart]))

it('says of everyone on file, by name, how their chart stands, when they were last seen and how often', async () => {
  const report = await kept.world.get('retention.report', {})
  expect(report.today).toBe('2026-11-24')
  expect(
    report.charts.map(({ name, standing, keptUntil, lastContactOn, sessionCount }) => [
      name,
      standing,
      keptUntil,
      lastContactOn,
      sessionCount,
    ]),
  ).toEqual([
    ['Nameplainword', 'in-care', null, '2026-11-24', 1],
    ['Namequillheron', 'kept', '2036-11-25', '2026-11-24', 2],
    ['Uma Ferrow', 'never-came', null, null, 0],
  ])
})

it('answers the same of one of them', async () => {
  const { charts, rules } = await kept.world.get('retention.report', {})
  for (const chart of charts) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const one = await kept.world.get('retention.of-member', { personId: chart.personId })
    expect(one).toEqual({ chart, rules, holds: [] })
  }
})

it('counts from what was disclosed as well', async () => {
  const { world, goneId: personId } = kept
  letYearsPass(world, 9)
  const disclosedOn = '2035-06-01'
  const draft = { disclosedOn, what: 'x', recipient: 'y', purpose: 'z', consentReference: 'R-1' }
  await world.get('disclosures.enter', { personId, draft })
  const chart = (await chartsByName()).get('Namequillheron')
  expect(chart?.keptUntil).toBe('2041-06-02')
})

it('lists private notes that are past their date, and what of them is held by whoever was there', async () => {
  const { world, goneId, alone, shared } = kept
  expect((await world.get('retention.report', {})).privateNotes).toEqual([])
  const rules = { ...defaultRetentionRules, jurisdiction: 'Some State', privateYears: 0 }
  await world.get('retention.change-rules', { rules })
  await world.get('retention.hold', { personId: kept.stayingId, reason: 'Subpoena' })
  const { privateNotes } = await world.get('retention.report', {})
  expect(privateNotes).toMatchObject([
    { sessionId: shared.sessionId, heldOn: '2026-11-24', noteCount: 1, isHeld: true },
    { sessionId: alone.sessionId, heldOn: '2026-11-24', noteCount: 1, isHeld: false },
  ])
  const destroyed = { sessionIds: [alone.sessionId], authorPassphrase: passphrase }
  const told = await world.get('retention.destroy-private', destroyed)
  expect(told).toMatchObject({ sessionCount: 1, noteCount: 1 })
  const after = await world.get('retention.report', {})
  expect(after.destructions).toEqual([told])
  expect(after.privateNotes).toHaveLength(1)
  // The session itself is the record's, and stays.
  expect((await world.ask('session.open', { sessionId: alone.sessionId })).ok).toBe(true)
  expect((await world.get('retention.of-member', { personId: goneId })).chart.sessionCount).toBe(2)
})

it('who never came may be erased, once a rule is entered and unless somebody holds them', async () => {
  const { world } = kept
  const { personId } = definitely((await chartsByName()).get('Uma Ferrow'))
  const erase = () => world.ask('retention.erase', { personIds: [personId], authorPassphrase: passphrase })
  await world.get('retention.change-rules', { rules: defaultRetentionRules })
  expect(await erase()).toEqual(fail({ code: 'not-past' }))
  await world.get('retention.change-rules', {
    rules: { ...defaultRetentionRules, jurisdiction: 'Some State' },
  })
  const { holdId } = await world.get('retention.hold', { personId, reason: 'Subpoena' })
  expect(await erase()).toEqual(fail({ code: 'on-hold' }))
  await world.get('retention.lift-hold', { holdId })
  expect(valueOf(await erase())).toMatchObject({ chartCount: 1, sessionCount: 0, textCount: 0 })
  expect([...(await chartsByName()).keys()]).not.toContain('Uma Ferrow')
})
