/* oxlint-disable no-await-in-loop -- one paper after the other */
import type { InputOf } from '../../../../src/shared/ipc/contract.ts'
import { printCalls, type PrintCallName } from '../../../../src/shared/ipc/print-calls.ts'
import { sessionColumns } from '../../../../src/shared/review/session-view.ts'
import type { Get } from './stock.ts'
import { passwordsOf, type Words } from './words.ts'

interface Subjects {
  readonly words: Words
  readonly groupId: InputOf<'export.group-over-time'>['groupId']
  /** It has ended, and the person's note of it is signed. */
  readonly sessionId: InputOf<'export.note'>['sessionId']
  readonly personId: InputOf<'export.note'>['personId']
}

/** How many PDFs {@link printSheet} and {@link makePapers} hand out, each with other words in it. */
export const paperCount = Object.keys(printCalls).length

/** Hands out the paper that is printed before a session starts. */
export async function printSheet(get: Get, sessionId: Subjects['sessionId']): Promise<void> {
  await get('export.tick-sheet', { sessionId, naming: 'names', paper: 'A4', password: null })
}

/** Hands out a paper of every kind that is printed afterwards, one of them under a password, and what else leaves as a file. */
export async function makePapers(get: Get, { words, groupId, sessionId, personId }: Subjects): Promise<void> {
  const consent = {
    kind: 'disclosure',
    recipient: words.record,
    purpose: words.record,
    reference: words.short,
  } as const
  const printing = { paper: 'A4', password: null } as const
  const [password = null] = passwordsOf(words)
  const prints: { readonly [Name in Exclude<PrintCallName, 'export.tick-sheet'>]: () => Promise<unknown> } = {
    'export.group-summary': () => get('export.group-summary', { sessionId, ...printing }),
    'export.de-identified-summary': () => get('export.de-identified-summary', { sessionId, ...printing }),
    'export.attendance-sheet': () =>
      get('export.attendance-sheet', { sessionId, naming: 'names', ...printing }),
    'export.supervision-summary': () => get('export.supervision-summary', { sessionId, ...printing }),
    'export.note': () => get('export.note', { sessionId, personId, consent, ...printing, password }),
    'export.disclosures': () => get('export.disclosures', { personId: null, ...printing }),
    'export.member-progress': () =>
      get('export.member-progress', { personId, span: { kind: 'all' }, consent, ...printing }),
    'export.group-over-time': () => get('export.group-over-time', { groupId, weeks: null, ...printing }),
  }
  for (const print of Object.values(prints)) await print()
  await get('export.note-bundle', { sessionId, personId, consent: { kind: 'chart' } })
  await get('export.disclosure-table', { personId: null })
  await get('export.attendance-table', { sessionId, naming: 'names' })
  await get('export.session-table', { sessionIds: [sessionId], columns: [...sessionColumns] })
  await get('export.agenda', { groupId })
}
