/* oxlint-disable no-await-in-loop -- one after the other, as it would be done */
import { contract, type CallName, type InputOf, type OutputOf } from '../../../../src/shared/ipc/contract.ts'
import { guardKindSchema } from '../../../../src/shared/record/note-kinds.ts'
import { defaultRetentionRules } from '../../../../src/shared/retention/retention-rules.ts'
import { disclosure } from '../../../core/signing/every-call.ts'
import { definitely, groupDraft, memberDraft } from '../../../core/support/drafts.ts'
import { harvest, type Pool } from '../fuzz-inputs.ts'
import { makePapers, printSheet } from './make-papers.ts'
import type { Words } from './words.ts'

/** Asks the console, and throws where it refuses. */
export type Get = <Name extends CallName>(name: Name, input: InputOf<Name>) => Promise<OutputOf<Name>>

export function getThrough(ask: (name: CallName, input: unknown) => Promise<unknown>, pool: Pool): Get {
  return async (name, input) => {
    const answer = await ask(name, input)
    if (typeof answer !== 'object' || answer === null || !('value' in answer))
      throw new Error(`${name}: ${JSON.stringify(answer)}`)
    harvest(contract[name].output, answer.value, pool)
    // Name and output belong together by the contract.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return answer.value as OutputOf<typeof name>
  }
}

/**
 * Puts a little of everything on file, so that every screen has something to show and to ask for. Answers the session that
 * was held, in which the first member has a signed note.
 */
export async function stock(get: Get, words: Words, passphrase: string) {
  const { record: word } = words
  const { groupId } = await get('roster.create-group', { ...groupDraft, name: `Circle ${word}` })
  const leadId = definitely((await get('roster.read', {})).facilitators[0]).id
  const memberIds = await addMembers(get, groupId, words)
  const personId = definitely(memberIds[0])
  const reviewer = { name: `Noor ${word}`, initials: words.short, credentials: word }
  const reviewerId = (await get('roster.create-facilitator', reviewer)).personId
  await get('roster.set-co-signing', { personId: leadId, needsCoSignature: true, mayCoSign: false })
  await get('roster.set-co-signing', { personId: reviewerId, needsCoSignature: false, mayCoSign: true })
  await get('roster.set-signing-pin', { personId: reviewerId, pin: '4711', oldPin: null, passphrase })
  const theirs = `meadow ${words.private} lantern`
  await get('reviewer.let-in', { personId: reviewerId, passphrase: theirs, authorPassphrase: passphrase })
  await get('conceal.set-pin', { pin: '4711', passphrase })
  await get('goals.set', { personId, text: `Sleep ${word}` })
  await get('roster.set-aliases', { personId, aliases: [`alias ${word}`] })
  await get('safety.save', { text: `Call ${word}` })
  const texts = { what: word, recipient: `To ${word}`, purpose: word, consentReference: word }
  await get('disclosures.enter', { personId, draft: { ...disclosure, ...texts } })
  const answers = { given: 'total', total: 12, item9: 1 } as const
  const draft = { scale: 'phq-9', takenOn: '2026-01-05', difficulty: null, answers } as const
  await get('scales.enter', { personId, draft })
  // Private notes may go on the day that they are written.
  const rules = { ...defaultRetentionRules, jurisdiction: word, privateYears: 0 }
  await get('retention.change-rules', { rules })
  return { sessionId: await holdSession(get, { words, groupId, leadId, memberIds }), memberIds }
}

async function addMembers(get: Get, groupId: InputOf<'roster.create-member'>['groupId'], words: Words) {
  const memberIds: InputOf<'goals.set'>['personId'][] = []
  for (const number of [1, 2, 3]) {
    const texts = {
      preferredName: `${words.record} ${number}`,
      initials: words.short,
      chartId: `C${number}${words.short}`,
    }
    memberIds.push(
      (await get('roster.create-member', { groupId, draft: { ...memberDraft, ...texts } })).personId,
    )
  }
  return memberIds
}

interface Seats {
  readonly words: Words
  readonly groupId: InputOf<'session.prepare'>['groupId']
  readonly leadId: InputOf<'session.prepare'>['leadId']
  readonly memberIds: readonly InputOf<'goals.set'>['personId'][]
}

/** A session that is over, with what was told of it, a signed note, an addendum, a comment and papers. */
async function holdSession(get: Get, { words, groupId, leadId, memberIds }: Seats) {
  const topic = `Evenings ${words.record}`
  const { sessionId } = await get('session.prepare', {
    groupId,
    topic,
    leadId,
    coLeadIds: [],
    plannedStartMs: null,
  })
  const act = (command: InputOf<'session.act'>['command']) => get('session.act', { sessionId, command })
  await printSheet(get, sessionId)
  await act({ type: 'arrive-all' })
  await act({ type: 'start', end: 'full-length' })
  const personId = definitely(memberIds[0])
  await act({ type: 'mark', personId, mark: 'risk' })
  await get('session.record-note', { sessionId, text: `Seen ${words.record}` })
  await get('session.keep-private-note', { sessionId, text: `Worry ${words.private}` })
  await act({ type: 'end' })
  const response = {
    personId,
    response: `Spoke ${words.record}`,
    plan: words.record,
    format: null,
    goals: [],
  }
  await get('debrief.save-response', { sessionId, response })
  const overridden = [...guardKindSchema.options]
  await get('note.sign', { sessionId, personId, overridden })
  const { noteId } = definitely((await get('note.list', { sessionId }))[0])
  await get('note.amend', {
    sessionId,
    amends: noteId,
    kind: 'addendum',
    text: `More ${words.record}`,
    overridden,
  })
  await get('comments.write', { sessionId, noteId, text: `Well put ${words.record}` })
  await makePapers(get, { words, groupId, sessionId, personId })
  return sessionId
}
