/* oxlint-disable no-await-in-loop -- a group does one thing after the other */
import type { Page } from 'playwright-core'
import { measureIdSchema, type GroupId, type PersonId, type SessionId } from '../../src/shared/ids.ts'
import { guardKindSchema } from '../../src/shared/record/note-kinds.ts'
import { foldAll } from '../../src/shared/session/fold.ts'
import { readLog } from '../../src/shared/session/log-text.ts'
import type { Command } from '../../src/shared/session/commands.ts'
import type { SessionState } from '../../src/shared/session/state.ts'
import { getFromPage } from './call-page.ts'
import { author } from './cast.ts'
import type { Timepiece } from './timepiece.ts'

/** The craving from 0 to 10 that came with the console. */
const craving = measureIdSchema.parse('6d6f6f64-0000-4000-8000-000000000002')

export interface ReviewGroup {
  readonly groupId: GroupId
  readonly leadId: PersonId
  readonly memberIds: readonly PersonId[]
}

export interface Stage {
  readonly page: Page
  readonly timepiece: Timepiece
}

/** A new vault with a group of these members, made by the calls that the screens make. */
export async function foundGroup(page: Page, names: readonly string[]): Promise<ReviewGroup> {
  const { name, credentials, clinic, passphrase } = author
  const recoveryCode = await getFromPage(page, 'vault.propose-recovery-code', {})
  await getFromPage(page, 'vault.create', {
    passphrase,
    recoveryCode,
    author: { name, initials: 'NF', credentials },
    clinic,
  })
  const { groupId } = await getFromPage(page, 'roster.create-group', {
    name: 'Evening Circle',
    type: 'relapse-prevention',
    lengthMinutes: 90,
    schedule: [],
    part2: 'part2',
    capacity: 12,
    modality: 'in-person',
  })
  await getFromPage(page, 'measures.choose', { groupId, measureIds: [craving] })
  const memberIds: PersonId[] = []
  for (const [index, preferredName] of names.entries()) {
    const draft = { preferredName, initials: preferredName.slice(0, 2), chartId: `HS-${101 + index}` }
    const made = await getFromPage(page, 'roster.create-member', {
      groupId,
      draft: { ...draft, role: 'member', agreedOn: '2026-01-05' },
    })
    memberIds.push(made.personId)
  }
  const { facilitators } = await getFromPage(page, 'roster.read', {})
  const leadId = facilitators[0]?.id
  if (leadId === undefined) throw new Error('A vault without its author')
  return { groupId, leadId, memberIds }
}

export async function prepare(
  page: Page,
  { groupId, leadId }: ReviewGroup,
  topic: string,
): Promise<SessionId> {
  const wish = { groupId, topic, leadId, coLeadIds: [], plannedStartMs: null }
  return (await getFromPage(page, 'session.prepare', wish)).sessionId
}

/** The session as its log tells it. */
export async function stateOf(page: Page, sessionId: SessionId): Promise<SessionState> {
  return foldAll(readLog((await getFromPage(page, 'session.open', { sessionId })).log))
}

/**
 * Ninety minutes in which one after the other has the floor for a minute, with a break, feedback, a risk, somebody out,
 * somebody excused, two record notes and a private one, and a signed note of everybody who came.
 */
export async function holdFullSession(
  { page, timepiece }: Stage,
  group: ReviewGroup,
  topic: string,
): Promise<SessionId> {
  const sessionId = await prepare(page, group, topic)
  const act = (command: Command) => getFromPage(page, 'session.act', { sessionId, command })
  const [first, second, third, ...others] = group.memberIds
  if (first === undefined || second === undefined || third === undefined) throw new Error('Too few members')
  const last = others.at(-1) ?? third
  const here = group.memberIds.filter((id) => id !== last)
  for (const personId of here) await act({ type: 'arrive', personId })
  await act({ type: 'excuse', personId: last })
  await act({ type: 'start', end: 'full-length' })
  const speak = async (personId: PersonId) => {
    await act({ type: 'give-floor', personId })
    await timepiece.pass(1)
    await act({ type: 'release-floor', personId })
  }
  await speak(group.leadId)
  await act({ type: 'next-phase' })
  for (const personId of here) {
    await act({ type: 'record-check-in', personId, moment: 'start', measureId: craving, value: 6 })
    await speak(personId)
  }
  await getFromPage(page, 'session.record-note', { sessionId, text: 'The walk home is named as a trigger.' })
  await getFromPage(page, 'session.keep-private-note', { sessionId, text: 'A worry of my own.' })
  await act({ type: 'next-phase' })
  await speak(first)
  await act({ type: 'give-floor', personId: second })
  await act({ type: 'mark', personId: second, mark: 'feedback' })
  await timepiece.pass(1)
  await act({ type: 'release-floor', personId: second })
  await act({ type: 'mark', personId: third, mark: 'risk' })
  await act({ type: 'step-out', personId: third })
  await act({ type: 'pause', kind: 'break' })
  await timepiece.pass(10)
  await act({ type: 'resume' })
  await act({ type: 'return', personId: third })
  await getFromPage(page, 'session.record-note', { sessionId, text: 'Plans are short and concrete.' })
  await timepiece.pass(20)
  await act({ type: 'record-check-in', personId: first, moment: 'end', measureId: craving, value: 3 })
  await act({ type: 'end' })
  for (const personId of here) {
    const words = { response: 'Named two cues.', plan: 'Calls first.', format: null, goals: [] }
    await getFromPage(page, 'debrief.save-response', { sessionId, response: { personId, ...words } })
    await getFromPage(page, 'note.sign', { sessionId, personId, overridden: guardKindSchema.options })
  }
  return sessionId
}
