import { useEffect, useRef } from 'react'
import type { Response } from '../../shared/record/debrief.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import type { Seated } from '../live/seated.ts'
import { dataSentences } from './data-sentences.ts'
import type { DebriefFacts } from './debrief-view.ts'
import { Paragraph } from './Paragraph.tsx'
import { SaveMark } from './SaveMark.tsx'
import type { Saver } from './saver.ts'
import { useSaver } from './use-drafts.ts'
import styles from './MemberNotes.module.css'

interface OpenNoteProps {
  readonly facts: DebriefFacts
  readonly member: Seated
  readonly saver: Saver<Response>
}

/** One member's note: what the log has, and the clinician's sentences. */
export function OpenNote({ facts, member, saver }: OpenNoteProps) {
  const { value, status } = useSaver(saver)
  const band = useRef<HTMLFieldSetElement>(null)
  const firstText = useFocusOnArrival<HTMLTextAreaElement>()
  useEffect(() => {
    // Chromium may answer with a promise, which an effect may not return: hence the braces.
    band.current?.closest('li')?.scrollIntoView({ block: 'nearest' })
    const text = firstText.current
    text?.setSelectionRange(text.value.length, text.value.length)
  }, [firstText])
  const leave = () => void saver.flush()
  return (
    <fieldset ref={band} aria-label={`Note of ${member.name}`} className={styles['band']}>
      <div className={styles['data']}>
        <p className={styles['dataLabel']}>
          Data <span>from the log</span>
        </p>
        <p className={styles['dataText']}>
          {dataSentences(facts.state, member.progress, facts.timeWords).join(' ')}
        </p>
      </div>
      <Paragraph
        look="beside"
        label="Assessment"
        hint="their response"
        placeholder="What did they do, and what does it show?"
        value={value.response}
        onChange={(response) => saver.change({ ...value, response })}
        onLeave={leave}
        textRef={firstText}
      />
      <Paragraph
        look="beside"
        label="Plan"
        hint="their next step"
        placeholder="What do they take along until next session?"
        value={value.plan}
        onChange={(plan) => saver.change({ ...value, plan })}
        onLeave={leave}
      />
      <output className={styles['saved']}>
        <SaveMark status={status} />
      </output>
      {status.kind === 'failed' ? <FailureNotice failure={status.failure} onRetry={leave} /> : null}
    </fieldset>
  )
}
