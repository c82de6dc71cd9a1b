import { disclosureIdSchema, type DisclosureId } from '../../../shared/ids.ts'
import type { disclosureCalls } from '../../../shared/ipc/disclosure-calls.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import { isoDay } from '../../../shared/iso-day.ts'
import { newestFirst, type DisclosureDraft } from '../../../shared/record/disclosure.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import type { Clock } from '../clock.ts'
import type { Random } from '../effects.ts'
import type { Handlers } from '../handler.ts'
import { findAuthor, findMember } from '../roster/roster-repository.ts'
import { transact, type WritableDb } from '../vault/database.ts'
import { findDisclosure, insertDisclosure, listDisclosures } from './disclosure-repository.ts'

interface Sources {
  readonly record: WritableDb<'record'>
  readonly clock: Clock
  readonly random: Random
}

export function disclosureHandlers(sources: Sources): Handlers<keyof typeof disclosureCalls> {
  const { record } = sources
  return {
    'disclosures.list': ({ personId }) => succeed([...newestFirst(listDisclosures(record, personId))]),
    'disclosures.enter': ({ personId, draft }) =>
      findMember(record, personId) === undefined
        ? fail({ code: 'not-found' })
        : enter(sources, draft, { personId, sessionId: null, exportId: null, correctsId: null }),
    'disclosures.correct': ({ disclosureId, draft }) =>
      transact(record, () => {
        const wrong = findDisclosure(record, disclosureId)
        if (wrong === undefined) return fail({ code: 'not-found' })
        if (wrong.correctedById !== null) return fail({ code: 'already-corrected' })
        const { personId, sessionId, exportId } = wrong
        return enter(sources, draft, { personId, sessionId, exportId, correctsId: disclosureId })
      }),
  }
}

type Links = Pick<
  Parameters<typeof insertDisclosure>[1],
  'personId' | 'sessionId' | 'exportId' | 'correctsId'
>

function enter(
  { record, clock, random }: Sources,
  draft: DisclosureDraft,
  links: Links,
): Result<{ disclosureId: DisclosureId }, Failure> {
  const { wallMs, zone } = clock.read()
  if (draft.disclosedOn > isoDay(wallMs, zone))
    return fail({ code: 'bad-input', fields: [{ path: 'draft.disclosedOn', rule: 'still-to-come' }] })
  const author = findAuthor(record)
  if (author === undefined) return fail({ code: 'not-found' })
  const disclosureId = disclosureIdSchema.parse(random.uuid())
  insertDisclosure(record, {
    disclosureId,
    ...links,
    ...wellFormed(draft),
    enteredAtMs: wallMs,
    enteredById: author.id,
  })
  return succeed({ disclosureId })
}

// Half a character, which a window can send, is stored as something else than it is read.
function wellFormed(draft: DisclosureDraft): DisclosureDraft {
  const { disclosedOn, what, recipient, purpose, consentReference } = draft
  return {
    disclosedOn,
    what: what.toWellFormed(),
    recipient: recipient.toWellFormed(),
    purpose: purpose.toWellFormed(),
    consentReference: consentReference.toWellFormed(),
  }
}
