import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  maxFoundSessions,
  searchTextSchema,
  type Found,
  type SearchFilters,
} from '../../../src/shared/ipc/search-calls.ts'
import {
  createOpenWorld,
  definitely,
  emptyShared,
  responseOf,
  startSession,
  type World,
} from '../support/world.ts'
import { noFilters } from './no-filters.ts'

let world: World
beforeEach(async () => {
  world = await createOpenWorld()
})
afterEach(() => world.close())

async function search(text: string, filters: Partial<SearchFilters> = {}): Promise<Found> {
  return world.get('search.record', {
    text,
    filters: { ...noFilters, ...filters },
    newest: maxFoundSessions,
  })
}

/** What was found as one line each: `kind label: … [hit] …`. */
async function lines(text: string, filters: Partial<SearchFilters> = {}): Promise<string[]> {
  const { sessions } = await search(text, filters)
  return sessions.map(
    ({ kind, label, snippet }) =>
      `${kind} ${label}: ${snippet.map((piece) => (piece.isHit ? `[${piece.text}]` : piece.text)).join('')}`,
  )
}

describe('searching the record', () => {
  it('finds record notes under the phase in which they were written, and marks every place', async () => {
    const { sessionId } = await startSession(world)
    await world.get('session.record-note', {
      sessionId,
      text: 'Dee names the walk home as her trigger; the walk to come.',
    })
    expect(await lines('walk')).toEqual([
      'record-note Opening & agreements: Dee names the [walk] home as her trigger; the [walk] to come.',
    ])
  })

  it('takes the last word for a beginning until a blank is typed behind it', async () => {
    const { sessionId } = await startSession(world)
    await world.get('session.record-note', { sessionId, text: 'Names the walk home as a trigger.' })
    for (const typed of ['trig', 'trigger', 'trigger ', 'walk trig'])
      expect((await search(searchTextSchema.parse(typed))).sessionIds, typed).toEqual([sessionId])
    for (const typed of ['trig ', 'walk trig  '])
      expect((await search(searchTextSchema.parse(typed))).sessionIds, typed).toEqual([])
    expect(searchTextSchema.safeParse(' \t ').success).toBe(false)
  })

  it('finds topics, phases and marks by what they are called', async () => {
    const { act, memberIds } = await startSession(world)
    await act({ type: 'mark', personId: definitely(memberIds[0]), mark: 'feedback' })
    expect(await lines('evenings')).toEqual(['topic : High-risk [evenings]'])
    expect(await lines('feedb')).toEqual(['mark : [Feedback]'])
    expect((await search('check-in')).sessions[0]?.kind).toBe('phase')
  })

  it('no longer finds a note that was taken back, and finds it again when that is taken back', async () => {
    const { act, sessionId } = await startSession(world)
    await world.get('session.record-note', { sessionId, text: 'Pelican.' })
    expect((await search('pelican')).sessionIds).toEqual([sessionId])
    await act({ type: 'undo' })
    expect((await search('pelican')).sessionIds).toEqual([])
  })

  it('finds a member by name, other name and chart, and not what they were called before', async () => {
    const { groupId } = await startSession(world)
    const draft = {
      preferredName: 'José',
      initials: 'J',
      chartId: 'MRN-77',
      role: 'member',
      agreedOn: null,
    } as const
    const { personId } = await world.get('roster.create-member', { groupId, draft })
    await world.get('roster.set-aliases', { personId, aliases: ['Pepe'] })
    for (const typed of ['jose', 'JOSÉ', 'jos', 'mrn-77', 'pep'])
      expect((await search(typed)).members, typed).toMatchObject([{ personId }])
    await world.get('roster.change-member', { personId, draft: { ...draft, preferredName: 'Josefa' } })
    expect((await search('"josé"')).members).toEqual([])
    expect((await search('josefa')).members[0]?.snippet).toEqual([
      { text: 'Josefa', isHit: true },
      { text: ' · MRN-77 · Pepe', isHit: false },
    ])
  })

  it('finds what was written for the group, and what was signed, under the part of the document', async () => {
    const { act, sessionId, memberIds } = await startSession(world)
    const personId = definitely(memberIds[0])
    world.clock.pass(3_600_000)
    await act({ type: 'end' })
    await world.get('debrief.save-shared', {
      sessionId,
      shared: { ...emptyShared, groupProcess: 'A kind room.' },
    })
    await world.get('debrief.save-response', {
      sessionId,
      response: responseOf(personId, { response: 'Spoke of lanterns.', plan: 'Rehearse the harbour.' }),
    })
    expect(await lines('kind')).toEqual(['shared-part The group: A [kind] room.'])
    // Not signed: it may still name somebody, and changes as it is written.
    expect(await lines('lanterns')).toEqual([])
    await world.get('note.sign', {
      sessionId,
      personId,
      overridden: ['names', 'copied', 'judgement', 'missing', 'private-only'],
    })
    expect(await lines('harbour')).toEqual(['signed-note Plan: Rehearse the [harbour].'])
    expect((await search('lanterns')).sessions[0]).toMatchObject({ personId, label: 'Assessment' })
    await world.get('debrief.save-shared', {
      sessionId,
      shared: { ...emptyShared, groupProcess: 'A loud room.' },
    })
    expect(await lines('kind')).toEqual(['shared-part The group: A [kind] room.'])
    expect(await lines('loud')).toEqual(['shared-part The group: A [loud] room.'])
  })
})
