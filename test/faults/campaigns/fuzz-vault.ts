/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { readStoredEvents, listLoggedSessions } from '../../../src/main/core/session/event-repository.ts'
import { readSignedTexts } from '../../../src/main/core/signing/signed-note-repository.ts'
import type { ReadableDb } from '../../../src/main/core/vault/database.ts'
import { guardKindSchema } from '../../../src/shared/record/note-kinds.ts'
import { defaultRetentionRules } from '../../../src/shared/retention/retention-rules.ts'
import {
  contract,
  isCallName,
  type CallName,
  type InputOf,
  type OutputOf,
} from '../../../src/shared/ipc/contract.ts'
import { disclosure, noFilters } from '../../core/signing/every-call.ts'
import { definitely, groupDraft, memberDraft, passphrase, recoveryCode } from '../../core/support/world.ts'
import type { House } from './fuzz-house.ts'
import { harvest, type Pool } from './fuzz-inputs.ts'

export const reviewerPassphrase = 'orchard violin seventeen snow'
export const pin = '1234'
/** In the names of all who are on file; nobody is told them while the vault is locked or the names are concealed. */
export const nameWord = 'quillheron'
/** In private notes alone. */
export const privateWord = 'thistledown'

const yearMs = 365 * 86_400_000

/** Fills a vault with a little of everything: a chart that is long past its date, a session that is signed, one that runs. */
export async function fillVault(house: House, pool: Pool): Promise<void> {
  const get = async <Name extends CallName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>> => {
    const answer = await house.door({ window: 'console' }, name, input)
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`)
    harvest(contract[name].output, answer.value, pool)
    // Name and output belong together by the contract.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return answer.value as OutputOf<Name>
  }
  const author = { name: `Dana ${nameWord}`, initials: 'DR', credentials: 'LCSW' }
  await get('vault.create', { passphrase, recoveryCode, author, clinic: 'Harbour Clinic' })
  const { groupId } = await get('roster.create-group', groupDraft)
  const leadId = definitely((await get('roster.read', {})).facilitators[0]).id
  const gone = await addMembers(get, groupId, 1)
  await holdSession(house, get, { groupId, leadId, memberIds: gone, isToEnd: true })
  house.clock.sleep(20 * yearMs)
  await get('roster.withdraw', { groupId, personId: definitely(gone[0]) })
  const rules = { ...defaultRetentionRules, jurisdiction: 'Some State' }
  await get('retention.change-rules', { rules })
  const memberIds = await addMembers(get, groupId, 3)
  await holdSession(house, get, { groupId, leadId, memberIds, isToEnd: true })
  await holdSession(house, get, { groupId, leadId, memberIds, isToEnd: false })
  const personId = definitely(memberIds[0])
  const reviewer = { name: `Noor ${nameWord}`, initials: 'NH', credentials: 'PhD' }
  const reviewerId = (await get('roster.create-facilitator', reviewer)).personId
  await get('roster.set-co-signing', { personId: leadId, needsCoSignature: true, mayCoSign: false })
  await get('roster.set-co-signing', { personId: reviewerId, needsCoSignature: false, mayCoSign: true })
  await get('roster.set-signing-pin', { personId: reviewerId, pin, oldPin: null, passphrase })
  await get('reviewer.let-in', {
    personId: reviewerId,
    passphrase: reviewerPassphrase,
    authorPassphrase: passphrase,
  })
  await get('conceal.set-pin', { pin, passphrase })
  await get('goals.set', { personId, text: `Sleep ${nameWord}` })
  await get('disclosures.enter', { personId, draft: disclosure })
  const answers = { given: 'total', total: 12, item9: 1 } as const
  await get('scales.enter', {
    personId,
    draft: { scale: 'phq-9', takenOn: '2026-01-05', difficulty: null, answers },
  })
  await get('search.record', { text: nameWord, filters: noFilters, newest: 20 })
  for (const name of Object.keys(contract))
    if (
      isCallName(name) &&
      contract[name].input.safeParse({}).success &&
      /read|list|current|report/.test(name)
    )
      await house.door({ window: 'console' }, name, {})
}

type Get = <Name extends CallName>(name: Name, input: InputOf<Name>) => Promise<OutputOf<Name>>
type GroupId = InputOf<'roster.enrol'>['groupId']
type PersonId = InputOf<'roster.enrol'>['personId']

async function addMembers(get: Get, groupId: GroupId, count: number): Promise<PersonId[]> {
  const made: PersonId[] = []
  for (let index = 0; index < count; index += 1) {
    const draft = { ...memberDraft, preferredName: `${nameWord} ${index + 1}`, agreedOn: null }
    made.push((await get('roster.create-member', { groupId, draft })).personId)
  }
  return made
}

async function holdSession(
  { clock }: House,
  get: Get,
  {
    groupId,
    leadId,
    memberIds,
    isToEnd,
  }: {
    readonly groupId: GroupId
    readonly leadId: PersonId
    readonly memberIds: readonly PersonId[]
    readonly isToEnd: boolean
  },
): Promise<void> {
  const input = { groupId, topic: nameWord, leadId, coLeadIds: [], plannedStartMs: null }
  const { sessionId } = await get('session.prepare', input)
  const act = (command: InputOf<'session.act'>['command']) => get('session.act', { sessionId, command })
  await act({ type: 'arrive-all' })
  await act({ type: 'start', end: 'full-length' })
  clock.pass(300_000)
  const personId = definitely(memberIds[0])
  await act({ type: 'mark', personId, mark: 'risk' })
  await get('session.record-note', { sessionId, text: `For the record of ${nameWord}.` })
  await get('session.keep-private-note', { sessionId, text: `${privateWord} to myself` })
  if (!isToEnd) return
  await act({ type: 'end' })
  await get('note.sign', { sessionId, personId, overridden: [...guardKindSchema.options] })
  const [note] = await get('note.list', { sessionId })
  const amends = definitely(note).noteId
  await get('note.amend', {
    sessionId,
    amends,
    kind: 'addendum',
    text: 'More.',
    overridden: [...guardKindSchema.options],
  })
  await get('comments.write', { sessionId, noteId: amends, text: 'Well put.' })
  await get('export.note-bundle', { sessionId, personId, consent: { kind: 'chart' } })
}

/** What nobody may change: everything that was signed and logged, a line each, by session. */
export function readHistory(record: ReadableDb<'record'>): ReadonlyMap<string, readonly string[]> {
  return new Map(
    listLoggedSessions(record).map((sessionId) => [
      sessionId,
      [
        ...readStoredEvents(record, sessionId).map(({ hash }) => Buffer.from(hash).toString('hex')),
        ...readSignedTexts(record, sessionId).map(
          ({ noteId, personId, body, salt }) =>
            `${noteId} ${personId} ${Buffer.from(salt).toString('hex')} ${body}`,
        ),
      ],
    ]),
  )
}
