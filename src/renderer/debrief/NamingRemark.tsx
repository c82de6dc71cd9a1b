import { CircleAlert, ShieldCheck } from 'lucide-react'
import type { SharedPart } from '../../shared/record/debrief.ts'
import { summaryText, type DebriefFacts } from './debrief-view.ts'
import { namesInText } from '../../shared/roster/names-in-text.ts'
import styles from './SharedColumn.module.css'

interface NamingRemarkProps {
  readonly facts: DebriefFacts
  readonly topic: string
  readonly shared: SharedPart
}

/** Whether the shared part names a member. It tells; the clinician decides. */
export function NamingRemark({ facts, topic, shared }: NamingRemarkProps) {
  const named = namesInText(summaryText(topic, shared), facts.nameable)
  if (named.length === 0) {
    return (
      <output className={styles['remark']}>
        <ShieldCheck aria-hidden size={16} strokeWidth={1.75} />
        No member is named here.
      </output>
    )
  }
  const names = new Intl.ListFormat('en').format(named.map(({ preferredName }) => preferredName))
  return (
    <output className={styles['remark']} data-named>
      <CircleAlert aria-hidden size={16} strokeWidth={2} />
      <span>
        This may name <bdi>{names}</bdi>. Every note and the summary would carry it; write “a member”.
      </span>
    </output>
  )
}
