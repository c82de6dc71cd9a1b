import { expect, it, onTestFinished } from 'vitest'
import { createOpenWorld, definitely, memberDraft, prepareSession } from '../support/world.ts'

it('the roster of a day is the roster, without those who are in no group and whom nothing is open for', async () => {
  const world = await createOpenWorld()
  onTestFinished(() => world.close())
  const { groupId, memberIds } = await prepareSession(world, 3)
  const [staying, leaving, atRisk] = memberIds.map(definitely)
  const personId = definitely(atRisk)
  await world.get('scales.enter', {
    personId,
    draft: {
      scale: 'phq-9',
      takenOn: '2026-11-20',
      difficulty: null,
      answers: { given: 'items', items: [0, 0, 0, 0, 0, 0, 0, 0, 1] },
    },
  })
  for (const one of [definitely(leaving), personId]) {
    // oxlint-disable-next-line no-await-in-loop
    await world.get('roster.withdraw', { groupId, personId: one })
  }
  await world.get('roster.create-member', { groupId, draft: { ...memberDraft, preferredName: 'Dee' } })

  const whole = await world.get('roster.read', {})
  const current = await world.get('roster.current', {})
  expect(current).toEqual({ ...whole, members: whole.members.filter(({ id }) => id !== leaving) })
  expect(current.members.map(({ id }) => id)).toEqual([staying, personId, expect.any(String)])
})
