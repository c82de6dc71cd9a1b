import { canonicalJson } from '../../../../src/shared/canonical-json.ts'
import type { SessionId } from '../../../../src/shared/ids.ts'
import { guardKindSchema } from '../../../../src/shared/record/note-kinds.ts'
import { definitely, emptyShared, passphrase, responseOf, valueOf } from '../../../core/support/world.ts'
import { ask, type Desk } from './desk.ts'

/** Does something at the desk while no session runs; of some vault-wide things one in so many times. */
export async function actAtDesk(desk: Desk): Promise<void> {
  const { dice, ended } = desk
  const turn = dice.below(16)
  if (turn < 2) await importSome(desk)
  else if (turn < 3) await rebuild(desk)
  else if (turn < 5) await erase(desk)
  else if (ended === null) return
  else if (turn < 6) await destroy(desk, ended)
  else if (turn < 9) await draft(desk, ended)
  else if (turn < 11) await writeShared(desk, ended)
  else if (turn < 13) await sign(desk, ended)
  else if (turn < 15) await beginAmendment(desk, ended)
  else await amend(desk, ended)
}

async function draft(desk: Desk, sessionId: SessionId): Promise<void> {
  const response = responseOf(desk.dice.pick(desk.memberIds), { response: desk.word(), plan: desk.word() })
  const kept: [string, string] = [`draft/${sessionId}/${response.personId}`, canonicalJson(response)]
  await ask(desk, 'debrief.save-response', { sessionId, response }, { sets: [kept] }, () => ({
    facts: [kept],
  }))
}

async function writeShared(desk: Desk, sessionId: SessionId): Promise<void> {
  const interventions = [{ personId: desk.leadId, text: desk.word() }]
  const shared = { ...emptyShared, interventions, groupProcess: desk.word() }
  const kept: [string, string] = [`shared/${sessionId}`, canonicalJson(shared)]
  await ask(desk, 'debrief.save-shared', { sessionId, shared }, { sets: [kept] }, () => ({ facts: [kept] }))
}

const overridden = [...guardKindSchema.options]

async function sign(desk: Desk, sessionId: SessionId): Promise<void> {
  const { call, dice, memberIds } = desk
  const personId = dice.pick(memberIds)
  const { responses } = valueOf(await call('debrief.read', { sessionId }))
  const words = responses.find((one) => one.personId === personId)?.response ?? ''
  const part = {
    events: [{ type: 'note.signed', personId, kind: 'note' }],
    adds: [[`signed/${sessionId}/`, words] as [string, string]],
  }
  await ask(desk, 'note.sign', { sessionId, personId, overridden }, part, () => signed(desk, sessionId))
}

/** Everything that is signed of a session, as the core tells it. */
async function signed({ call }: Desk, sessionId: SessionId) {
  const entries = valueOf(await call('note.list', { sessionId }))
  return {
    facts: entries.map(({ noteId, text }): [string, string] => [
      `signed/${sessionId}/${noteId}`,
      canonicalJson(text),
    ]),
  }
}

async function findSigned({ call, dice }: Desk, sessionId: SessionId) {
  const entries = valueOf(await call('note.list', { sessionId }))
  const notes = entries.filter(({ text }) => text.kind === 'note')
  return notes[dice.below(Math.max(notes.length, 1))]
}

async function beginAmendment(desk: Desk, sessionId: SessionId): Promise<void> {
  const note = await findSigned(desk, sessionId)
  if (note === undefined) return
  const amendment = { amends: note.noteId, kind: 'addendum', text: desk.word() } as const
  const kept: [string, string] = [`begun/${sessionId}/${note.noteId}`, amendment.text]
  await ask(desk, 'debrief.save-amendment', { sessionId, amendment }, { sets: [kept] }, () => ({
    facts: [kept],
  }))
}

async function amend(desk: Desk, sessionId: SessionId): Promise<void> {
  const note = await findSigned(desk, sessionId)
  if (note === undefined) return
  const amends = note.noteId
  const text = desk.word()
  const begun = `begun/${sessionId}/${amends}`
  const part = {
    events: [{ type: 'note.signed', amends, kind: 'addendum' }],
    adds: [[`signed/${sessionId}/`, text] as [string, string]],
    drops: [begun],
  }
  const input = { sessionId, amends, kind: 'addendum', text, overridden } as const
  await ask(desk, 'note.amend', input, part, async () => ({
    ...(await signed(desk, sessionId)),
    drops: [begun],
  }))
}

async function importSome(desk: Desk): Promise<void> {
  const { inside, call, dice } = desk
  // A file is chosen in a dialog of the system's.
  if (inside === null) return
  const names = Array.from({ length: 1 + dice.below(4) }, () => `Imported ${desk.word().slice(0, 40)}`)
  const bytes = Buffer.from(['Name', ...names].join('\n'))
  const { mapping } = valueOf(await inside.run('import.take', { bytes }))
  const sets = names.map((name): [string, string] => [`member/${name}`, ''])
  await ask(desk, 'import.commit', { mapping, decisions: [] }, { sets }, async (begun) => {
    let state = begun
    while (state.stage === 'running') {
      // oxlint-disable-next-line no-await-in-loop -- it goes on between the calls
      state = valueOf(await call('import.state', {}))
      // oxlint-disable-next-line no-await-in-loop
      await new Promise((resolve) => void setImmediate(resolve))
    }
    if (state.stage !== 'done') throw new Error(`the import is ${state.stage}`)
    return { facts: sets }
  })
}

async function rebuild(desk: Desk): Promise<void> {
  await ask(desk, 'review.rebuild', {}, {})
}

/** Erases the charts of imported members: record.db is written anew under another key. */
async function erase(desk: Desk): Promise<void> {
  const { call } = desk
  const { members } = valueOf(await call('roster.read', {}))
  const imported = members.filter(({ preferredName }) => preferredName.startsWith('Imported'))
  if (imported.length === 0) return
  const { erasures } = valueOf(await call('retention.report', {}))
  const gone = imported.map(({ preferredName }): [string, null] => [`member/${preferredName}`, null])
  const sets: [string, string | null][] = [...gone, ['erased', String(erasures.length + 1)]]
  const personIds = imported.map(({ id }) => id)
  await ask(desk, 'retention.erase', { personIds, authorPassphrase: passphrase }, { sets }, () => ({
    facts: sets,
  }))
}

/** Destroys the private notes of a session: private.db is written anew under another key. */
async function destroy(desk: Desk, sessionId: SessionId): Promise<void> {
  const { destructions, privateNotes } = valueOf(await desk.call('retention.report', {}))
  if (!privateNotes.some((one) => one.sessionId === sessionId)) return
  const drops = [`private/${definitely(sessionId)}/`]
  const counted: [string, string] = ['destroyed', String(destructions.length + 1)]
  const input = { sessionIds: [sessionId], authorPassphrase: passphrase }
  await ask(desk, 'retention.destroy-private', input, { sets: [counted], drops }, () => ({
    facts: [counted],
    drops,
  }))
}
