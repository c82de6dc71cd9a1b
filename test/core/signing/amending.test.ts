import { afterEach, beforeEach, expect, it } from 'vitest'
import type { PersonId } from '../../../src/shared/ids.ts'
import { amendmentKindSchema, type AmendmentKind } from '../../../src/shared/record/note-kinds.ts'
import { createOpenWorld, definitely, startSession, type Prepared, type World } from '../support/world.ts'

const hourMs = 3_600_000
let world: World
let session: Prepared
let ana: PersonId

beforeEach(async () => {
  world = await createOpenWorld()
  session = await startSession(world)
  ana = definitely(session.memberIds[0])
  await session.act({ type: 'end' })
  await world.get('note.sign', {
    sessionId: session.sessionId,
    personId: ana,
    overridden: ['names', 'copied', 'judgement', 'missing', 'private-only'],
  })
})
afterEach(() => world.close())

const refused = (refusal: string) => ({ ok: false, error: { code: 'refused', refusal } })
const list = () => world.get('note.list', { sessionId: session.sessionId })

function amend(kind: AmendmentKind, text: string, amends: string) {
  return world.ask('note.amend', { sessionId: session.sessionId, amends, kind, text, overridden: [] })
}

it('adds a text of its own kind, dated now, and leaves the note as it was', async () => {
  const [note] = await list()
  const amends = definitely(note).noteId
  world.clock.pass(50 * hourMs)
  for (const kind of amendmentKindSchema.options) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect(await amend(kind, `An ${kind}.`, amends)).toMatchObject({ ok: true })
  }
  const [first, ...added] = await list()
  expect(first).toEqual(note)
  expect(added.map(({ personId }) => personId)).toEqual([ana, ana, ana, ana])
  expect(added.map(({ text }) => text)).toEqual(
    amendmentKindSchema.options.map((kind) => ({
      kind,
      amends,
      text: `An ${kind}.`,
      signature: {
        signer: { personId: session.leadId, name: 'Dana Reyes', credentials: 'LCSW' },
        signedAtMs: world.clock.read().wallMs,
        delayMs: 50 * hourMs,
        isLate: false,
      },
    })),
  )
})

it('is of a signed note of this session, and has words', async () => {
  const amends = definitely((await list())[0]).noteId
  expect(await amend('addendum', ' \n', amends)).toMatchObject({ error: { code: 'bad-input' } })
  expect(await amend('addendum', 'More.', crypto.randomUUID())).toEqual(refused('unknown-note'))
  await amend('addendum', 'More.', amends)
  const addendum = definitely((await list())[1]).noteId
  expect(await amend('correction', 'Of the addendum.', addendum)).toEqual(refused('unknown-note'))
  expect(await list()).toHaveLength(2)
})

it('takes half a character as what the disk can hold', async () => {
  const amends = definitely((await list())[0]).noteId
  await amend('addendum', 'Half a 🌱: \ud83c', amends)
  expect((await list())[1]?.text).toMatchObject({ text: 'Half a 🌱: \ufffd' })
})

it('keeps what is begun, one text for a note, until it is signed', async () => {
  const { sessionId } = session
  const amends = definitely((await list())[0]).noteId
  const begun = async () => (await world.get('debrief.read', { sessionId })).amendments
  const save = (text: string, about: string = amends) =>
    world.ask('debrief.save-amendment', { sessionId, amendment: { amends: about, kind: 'correction', text } })
  expect(await save('Of no note.', crypto.randomUUID())).toEqual({ ok: false, error: { code: 'not-found' } })
  await save('The lift was')
  await save('The lift was on Wed')
  expect(await begun()).toEqual([{ amends, kind: 'correction', text: 'The lift was on Wed' }])
  await save('  ')
  expect(await begun()).toEqual([])
  await save('The lift was on Wed')
  expect(await amend('correction', ' ', amends)).toMatchObject({ ok: false })
  expect(await begun()).toHaveLength(1)
  await amend('correction', 'The lift was on Wednesday.', amends)
  expect(await begun()).toEqual([])
})
