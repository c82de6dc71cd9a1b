import type { NoteId, PersonId } from '../../shared/ids.ts'
import type { AmendmentDraft } from '../../shared/ipc/debrief-calls.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import type { Finding } from '../../shared/record/guards/finding.ts'
import type { AmendmentKind, GuardKind } from '../../shared/record/note-kinds.ts'
import type { Result } from '../../shared/result.ts'
import { call, type Act } from '../app/api.ts'
import type { DraftTexts } from './draft-texts.ts'
import type { Saver } from './saver.ts'
import { changeTexts, textsOf, type Drafts } from './use-drafts.ts'

/** What is written, looked at by the guards, and signed: a member's note, or what is added to a signed one. */
export interface Signable {
  /** The same as long as it is the same to be signed. */
  readonly key: string
  /** Whether there is anything to sign. */
  readonly isWritten: () => boolean
  readonly savers: readonly Pick<Saver<never>, 'subscribe' | 'status'>[]
  readonly texts: () => DraftTexts
  readonly change: (texts: DraftTexts) => void
  /** What the guards ask about it now. */
  readonly askGuards: () => Promise<Result<readonly Finding[], Failure>>
  /** Signs it over the guards that were decided against. */
  readonly sign: (act: Act['act'], overridden: GuardKind[]) => Promise<Result<unknown, Failure>>
}

export function signableNote(drafts: Drafts, personId: PersonId): Signable {
  const { sessionId } = drafts
  return {
    key: personId,
    // One without a word of anybody's has the log's sentences.
    isWritten: () => true,
    savers: [drafts.topic, drafts.shared, drafts.response(personId)],
    texts: () => textsOf(drafts, personId),
    change: (texts) => changeTexts(drafts, personId, texts),
    askGuards: () => call('note.check', { sessionId, personId }),
    sign: (act, overridden) => act('note.sign', { sessionId, personId, overridden }),
  }
}

interface Amending {
  readonly personId: PersonId
  readonly amends: NoteId
  /** How many texts that note has been given already. */
  readonly addedCount: number
  /** What may be added, by the role in the session. */
  readonly kinds: readonly AmendmentKind[]
}

export function signableAmendment(
  drafts: Drafts,
  { personId, amends, addedCount, kinds }: Amending,
): Signable {
  const { sessionId } = drafts
  const saver = drafts.amendment(amends)
  return {
    // What was meant so in one text is asked about again in the next.
    key: `${amends} ${addedCount}`,
    isWritten: () => saver.value().text.trim() !== '',
    savers: [saver],
    texts: () => ({ ...textsOf(drafts, personId), amendment: saver.value().text }),
    change: ({ amendment }) => saver.change({ ...saver.value(), text: amendment }),
    askGuards: () => call('note.check-amendment', { sessionId, amends, text: saver.value().text }),
    sign: async (act, overridden) => {
      const { kind, text } = allowedDraft(saver.value(), kinds)
      const answer = await act('note.amend', { sessionId, amends, kind, text, overridden })
      if (answer.ok) saver.change({ amends, kind: 'addendum', text: '' })
      return answer
    },
  }
}

/** What was begun, as the first of the kinds that may be added where it was begun as another. */
export function allowedDraft(begun: AmendmentDraft, kinds: readonly AmendmentKind[]): AmendmentDraft {
  const [first = begun.kind] = kinds
  return kinds.includes(begun.kind) ? begun : { ...begun, kind: first }
}
