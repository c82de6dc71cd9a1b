import { afterEach, beforeEach, expect, it } from 'vitest'
import type { GoalId, PersonId, SessionId } from '../../../src/shared/ids.ts'
import type { Response } from '../../../src/shared/record/debrief.ts'
import {
  createOpenWorld,
  definitely,
  memberDraft,
  prepareSession,
  responseOf,
  type World,
} from '../support/world.ts'

let world: World
let sessionId: SessionId
let ben: PersonId

// A session whose first phase is named after a member, in which somebody else was marked.
beforeEach(async () => {
  world = await createOpenWorld()
  const { groupId, leadId, memberIds } = await prepareSession(world)
  for (const [index, personId] of memberIds.entries()) {
    const preferredName = definitely(['Ben Farrow', 'Ana Ruiz', 'Cal Doe'][index])
    await world.get('roster.change-member', { personId, draft: { ...memberDraft, preferredName } })
  }
  ben = definitely(memberIds[0])
  const { groups } = await world.get('roster.read', {})
  const agenda = definitely(groups.find(({ id }) => id === groupId)).agenda
  const phases = agenda.map((phase, index) => (index === 0 ? { ...phase, name: 'Ana’s opening' } : phase))
  await world.get('agenda.change', { groupId, phases })
  const prepare = { groupId, topic: '', leadId, coLeadIds: [], plannedStartMs: null }
  ;({ sessionId } = await world.get('session.prepare', prepare))
  for (const command of [
    { type: 'arrive-all' },
    { type: 'start', end: 'full-length' },
    { type: 'mark', personId: ben, mark: 'skill' },
    { type: 'end' },
  ] as const)
    await world.get('session.act', { sessionId, command })
})

afterEach(() => world.close())

const save = (written: Partial<Response>) =>
  world.get('debrief.save-response', { sessionId, response: responseOf(ben, written) })

const set = async (text: string, parentId: GoalId | null = null) =>
  (await world.get('goals.set', { personId: ben, text, parentId })).goalId

async function namedIn(field: string) {
  const findings = await world.get('note.check', { sessionId, personId: ben })
  return findings.flatMap((finding) =>
    finding.guard === 'names' && finding.place.field === field
      ? [{ words: finding.words, index: finding.place.index }]
      : [],
  )
}

async function sentences() {
  const debrief = await world.get('debrief.read', { sessionId })
  return definitely(debrief.sentences.find(({ personId }) => personId === ben))
}

it('reads the words of the goals and objectives that a note addresses', async () => {
  const patience = await set('Be more patient with Ana')
  const sleep = await set('Sleep at home')
  const calls = await set('Call Cal before ten', sleep)
  expect(await namedIn('goal')).toEqual([])
  const addressed = [sleep, patience, calls].map((goalId) => ({ goalId, progress: '' }))
  await save({ goals: addressed })
  expect(await namedIn('goal')).toEqual([
    { words: 'Ana', index: 1 },
    { words: 'Cal', index: 2 },
  ])
  await world.get('goals.change', { goalId: patience, text: 'Be more patient with others', isOpen: true })
  await world.get('goals.change', { goalId: calls, text: 'Call before ten', isOpen: true })
  expect(await namedIn('goal')).toEqual([])
})

it('reads the goal of an objective too, since it stands above it in the note', async () => {
  const goalId = await set('Count to ten', await set('Be more patient with Ana'))
  await save({ goals: [{ goalId, progress: '' }] })
  expect(await namedIn('goal')).toEqual([{ words: 'Ana', index: 0 }])
})

it('reads the names of the phases that the sentences from the log speak of, until the note does without them', async () => {
  expect(await namedIn('phase')).toEqual([{ words: 'Ana', index: 0 }])
  await save({ namesPhases: false })
  expect(await namedIn('phase')).toEqual([])
  const overridden = ['names', 'copied', 'judgement', 'missing', 'private-only'] as const
  await world.get('note.sign', { sessionId, personId: ben, overridden: [...overridden] })
  const [entry] = await world.get('note.list', { sessionId })
  expect(JSON.stringify(entry?.text)).not.toContain('Ana')
})

it('shows in the debrief the sentences that will be signed', async () => {
  const { withPhases, withoutPhases } = await sentences()
  expect(withPhases.join(' ')).toContain('(Ana’s opening)')
  expect(withoutPhases.join(' ')).not.toContain('Ana')
  const overridden = ['names', 'copied', 'judgement', 'missing', 'private-only'] as const
  await world.get('note.sign', { sessionId, personId: ben, overridden: [...overridden] })
  const [entry] = await world.get('note.list', { sessionId })
  expect(entry?.text).toMatchObject({ facts: { sentences: withPhases } })
})
