import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { agendaTemplates } from '../../../src/shared/agenda/templates.ts'
import type { GroupId } from '../../../src/shared/ids.ts'
import type { Phase } from '../../../src/shared/agenda/phase.ts'
import { createOpenWorld, definitely, groupDraft, type World } from '../support/world.ts'

let world: World
let groupId: GroupId
let names = 0

beforeAll(async () => {
  world = await createOpenWorld()
})
afterAll(() => world.close())

beforeEach(async () => {
  names += 1
  groupId = (await world.get('roster.create-group', { ...groupDraft, name: `Group ${names}` })).groupId
})

async function readAgenda(): Promise<Phase[]> {
  const { groups } = await world.get('roster.read', {})
  return definitely(groups.find(({ id }) => id === groupId)).agenda
}

it('is replaced as a whole: order, minutes, minimum, protection, rounds', async () => {
  const phases = (await readAgenda()).toReversed().map((phase) => ({
    ...phase,
    minutes: 10,
    minimumMinutes: 2,
    isProtected: !phase.isProtected,
    kind: 'round' as const,
  }))
  await world.get('agenda.change', { groupId, phases })
  expect(await readAgenda()).toEqual(phases)
})

it('may be shorter than the group, and not longer', async () => {
  const agenda = await readAgenda()
  const [first, ...rest] = agenda
  const longer = [{ ...definitely(first), minutes: definitely(first).minutes + 1 }, ...rest]
  expect(await world.ask('agenda.change', { groupId, phases: longer })).toEqual({
    ok: false,
    error: { code: 'agenda-over-length' },
  })
  expect(await readAgenda()).toEqual(agenda)
  await world.get('agenda.change', { groupId, phases: rest })
  expect(await readAgenda()).toEqual(rest)
})

it('has no phase twice', async () => {
  const agenda = await readAgenda()
  const first = definitely(agenda[0])
  expect(await world.ask('agenda.change', { groupId, phases: [first, first] })).toEqual({
    ok: false,
    error: { code: 'bad-input', fields: [{ path: 'phases.1.id', rule: 'repeated' }] },
  })
  expect(await readAgenda()).toEqual(agenda)
})

it('takes the template of its type again', async () => {
  const phases = (await readAgenda()).slice(0, 1)
  await world.get('agenda.change', { groupId, phases })
  await world.get('agenda.reset', { groupId })
  expect(await readAgenda()).toMatchObject(agendaTemplates['relapse-prevention'].phases)
})

it('belongs to a group', async () => {
  const nobody = crypto.randomUUID()
  const notFound = { ok: false, error: { code: 'not-found' } }
  expect(await world.ask('agenda.change', { groupId: nobody, phases: await readAgenda() })).toEqual(notFound)
  expect(await world.ask('agenda.reset', { groupId: nobody })).toEqual(notFound)
})
