/* oxlint-disable no-await-in-loop -- a person does one thing after the other */
import type { Page } from 'playwright-core'
import type { PersonId, SessionId } from '../../src/shared/ids.ts'
import type { Answer, CallName, InputOf, OutputOf } from '../../src/shared/ipc/contract.ts'
import { guardKindSchema } from '../../src/shared/record/note-kinds.ts'
import { author } from './cast.ts'
import { title } from './drive.ts'

/** What a call answers that the page itself makes, and that must not be refused. */
export async function getFromPage<Name extends CallName>(
  page: Page,
  name: Name,
  input: InputOf<Name>,
): Promise<OutputOf<Name>> {
  const answer: Answer<Name> = await page.evaluate(
    ([call, given]) => Reflect.get(globalThis, 'api').invoke(call, given),
    [name, input] as const,
  )
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`)
  return answer.value
}

/** Locks as the page itself would. The page goes with it, so nobody waits there for the answer. */
export async function lockFromPage(page: Page): Promise<void> {
  await page.evaluate(() => void Reflect.get(globalThis, 'api').invoke('vault.lock', {}))
  await title(page, 'Unlock').waitFor()
}

export interface Held {
  readonly sessionId: SessionId
  readonly memberIds: readonly PersonId[]
}

/** A session of these members in a new vault, with a signed note of each. */
export async function holdSignedSession(page: Page, names: readonly string[]): Promise<Held> {
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
    part2: 'unsure',
    capacity: 12,
    modality: 'in-person',
  })
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
  const leadId = facilitators[0]?.id ?? ''
  const { sessionId } = await getFromPage(page, 'session.prepare', {
    groupId,
    topic: 'High-risk evenings',
    leadId,
    coLeadIds: [],
    plannedStartMs: null,
  })
  await getFromPage(page, 'session.act', { sessionId, command: { type: 'arrive-all' } })
  await getFromPage(page, 'session.act', { sessionId, command: { type: 'start', end: 'full-length' } })
  await getFromPage(page, 'session.keep-private-note', { sessionId, text: 'A worry of my own.' })
  await getFromPage(page, 'session.act', { sessionId, command: { type: 'end' } })
  for (const personId of memberIds) {
    await getFromPage(page, 'debrief.save-response', {
      sessionId,
      response: { personId, response: 'Named two cues.', plan: 'Call first.', format: null, goals: [] },
    })
    await getFromPage(page, 'note.sign', { sessionId, personId, overridden: guardKindSchema.options })
  }
  return { sessionId, memberIds }
}
