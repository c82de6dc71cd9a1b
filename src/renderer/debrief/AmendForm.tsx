import { useEffect, useRef } from 'react'
import type { NoteId } from '../../shared/ids.ts'
import type { AmendmentDraft } from '../../shared/ipc/debrief-calls.ts'
import type { AmendmentKind } from '../../shared/record/note-kinds.ts'
import { paragraphMaxLength } from '../../shared/record/note.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { Segments } from '../ui/Segments.tsx'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import { amendmentHints, amendmentNames } from './amendment-words.ts'
import { BeforeSigning } from './BeforeSigning.tsx'
import type { Desk } from './desk.ts'
import { fieldName } from './field-name.ts'
import { marksIn } from './MarkedText.tsx'
import { Paragraph } from './Paragraph.tsx'
import { Remarks } from './Remarks.tsx'
import { SaveMark } from './SaveMark.tsx'
import type { SaveStatus } from './saver.ts'
import { allowedDraft } from './signable.ts'
import { useSaver } from './use-drafts.ts'
import styles from './SignedBand.module.css'

interface AmendFormProps {
  readonly desk: Desk
  readonly noteId: NoteId
  /** What may be added, by the role in the session. */
  readonly kinds: readonly AmendmentKind[]
}

const place = { field: 'amendment', index: 0 } as const

/**
 * What is added to a signed note. Its words are kept as they are typed, until they are looked at, as those of a note are,
 * and signed.
 */
export function AmendForm({ desk, noteId, kinds }: AmendFormProps) {
  const { facts, drafts, seen, review, signing } = desk
  const saver = drafts.amendment(noteId)
  const { value, status } = useSaver(saver)
  const draft = allowedDraft(value, kinds)
  const field = useFocusOnArrival<HTMLTextAreaElement>()
  const form = useWholeInView(review.remarks.length)
  const { kind, text } = draft
  return (
    <div ref={form} className={styles['form']}>
      <Segments
        label="What you add"
        options={kinds.map((id) => ({ id, name: amendmentNames[id] }))}
        selected={kind}
        onSelect={(id) => saver.change({ ...draft, kind: id })}
      />
      <Paragraph
        label={amendmentNames[kind]}
        placeholder={amendmentHints[kind]}
        textRef={field}
        name={fieldName(place)}
        value={text}
        marks={marksIn(review.remarks, place)}
        maxLength={paragraphMaxLength}
        isReadOnly={signing.isBusy}
        onChange={(words) => saver.change({ ...draft, text: words })}
        onLeave={() => void saver.flush()}
      />
      <Remarks
        look="inside"
        review={review}
        around={{ seen, members: facts.members }}
        onAnswer={desk.answer}
      />
      <SignAmendment desk={desk} draft={draft} status={status} />
      <FailureNotice
        failure={signing.failure ?? review.failure ?? (status.kind === 'failed' ? status.failure : null)}
      />
    </div>
  )
}

interface SignAmendmentProps {
  readonly desk: Desk
  readonly draft: AmendmentDraft
  readonly status: SaveStatus
}

function SignAmendment({ desk, draft: { kind, text }, status }: SignAmendmentProps) {
  const { signing } = desk
  const isEmpty = text.trim() === ''
  return (
    <div className={styles['actions']} data-inside>
      <Button
        look="primary"
        keys={['Ctrl', 'Enter']}
        aria-keyshortcuts="Control+Enter"
        isDisabled={isEmpty}
        isPending={signing.isBusy}
        onPress={signing.sign}
      >
        Sign this {amendmentNames[kind].toLowerCase()}
      </Button>
      <Button onPress={() => desk.amend(null)}>{isEmpty ? 'Leave it' : 'Go on later'}</Button>
      <div className={styles['before']}>
        <output>
          <BeforeSigning desk={desk} />
        </output>
        <SaveMark status={status} />
      </div>
    </div>
  )
}

/** The field has the keyboard; what it is, what is asked about it and its signature are to be seen with it. */
function useWholeInView(remarkCount: number) {
  const form = useRef<HTMLDivElement>(null)
  const seenCount = useRef(-1)
  useEffect(() => {
    if (seenCount.current === remarkCount) return
    seenCount.current = remarkCount
    const [whole, page] = [form.current, form.current?.closest('main')]
    // Of one that is higher than the page, the caret is what has to stay in view.
    if (whole && page && whole.offsetHeight < page.clientHeight) whole.scrollIntoView({ block: 'nearest' })
  }, [remarkCount])
  return form
}
