import { useEffect, useRef } from 'react'
import type { Seated } from '../live/seated.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import type { Desk } from './desk.ts'
import { basisOf } from './note-basis.ts'
import { NoteSections } from './NoteSections.tsx'
import { SignBar } from './SignBar.tsx'
import { useSaver } from './use-drafts.ts'
import { writtenParts } from './written-parts.tsx'
import styles from './MemberNotes.module.css'

interface OpenNoteProps {
  readonly desk: Desk
  readonly member: Seated
}

/** One member's note: what the log has, and the clinician's sentences. */
export function OpenNote({ desk, member }: OpenNoteProps) {
  const { facts, drafts, rules, measures, review } = desk
  const { personId } = member
  const saver = drafts.response(personId)
  const { value, status } = useSaver(saver)
  const { value: shared } = useSaver(drafts.shared)
  const band = useRef<HTMLFieldSetElement>(null)
  const firstText = useFocusOnArrival<HTMLTextAreaElement>()
  useEffect(() => {
    // Chromium may answer with a promise, which an effect may not return: hence the braces.
    band.current?.closest('li')?.scrollIntoView({ block: 'nearest' })
    const text = firstText.current
    text?.setSelectionRange(text.value.length, text.value.length)
  }, [firstText])
  const leave = () => void saver.flush()
  const format = value.format ?? rules.format
  return (
    <fieldset ref={band} aria-label={`Note of ${member.name}`} className={styles['band']}>
      <NoteSections
        format={format}
        basis={basisOf(facts, member, { shared, namesPhases: value.namesPhases }, measures)}
        written={writtenParts({ personId, saver, value, format, remarks: review.remarks, firstText })}
      />
      {value.namesPhases ? null : (
        <p className={styles['without']}>
          The times stand without the names of the phases.
          <Button
            size="small"
            look="plain"
            onPress={() => saver.change({ ...saver.value(), namesPhases: true })}
          >
            Name the phases again
          </Button>
        </p>
      )}
      <SignBar desk={desk} member={member} format={format} status={status} />
      {status.kind === 'failed' ? <FailureNotice failure={status.failure} onRetry={leave} /> : null}
      <FailureNotice failure={desk.signing.failure ?? review.failure} />
    </fieldset>
  )
}
