import type { KeyboardEvent } from 'react'
import { topicMaxLength } from '../../shared/words.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { fieldName } from './field-name.ts'
import { marksIn } from './MarkedText.tsx'
import { Paragraph } from './Paragraph.tsx'
import type { Remark } from './remark.ts'
import type { Saver } from './saver.ts'
import { useSaver } from './use-drafts.ts'

interface TopicLineProps {
  readonly saver: Saver<string>
  readonly remarks: readonly Remark[]
}

/** The topic: one line, however many it takes on the screen. Enter keeps it, and so does leaving it. */
export function TopicLine({ saver, remarks }: TopicLineProps) {
  const { value, status } = useSaver(saver)
  const keep = () => void saver.flush()
  const keepOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    keep()
  }
  return (
    <div>
      <Paragraph
        label="Topic"
        placeholder="What was the session about?"
        name={fieldName({ field: 'topic', index: 0 })}
        marks={marksIn(remarks, { field: 'topic', index: 0 })}
        value={value}
        maxLength={topicMaxLength}
        onChange={(text) => saver.change(text.replaceAll(/\s*[\r\n]+\s*/g, ' '))}
        onKeyDown={keepOnEnter}
        onLeave={keep}
      />
      {status.kind === 'failed' ? <FailureNotice failure={status.failure} onRetry={keep} /> : null}
    </div>
  )
}
