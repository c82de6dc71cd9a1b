import { namesInText } from '../../shared/roster/names-in-text.ts'
import { summaryText } from '../debrief/debrief-view.ts'
import type { PapersDesk } from './papers-desk.ts'
import { useSaver } from '../debrief/use-drafts.ts'
import { Notice } from '../ui/Notice.tsx'
import type { PaperKind } from './paper-kinds.ts'

/** Where the shared part goes onto a paper of the whole group, no name is to stand in it. */
export function NamedWarning({ desk, kind }: { readonly desk: PapersDesk; readonly kind: PaperKind }) {
  const { value: shared } = useSaver(desk.drafts.shared)
  const { value: topic } = useSaver(desk.drafts.topic)
  if (kind.id !== 'group-summary' && kind.id !== 'supervision-summary') return null
  const count = namesInText(summaryText(topic, shared), desk.facts.nameable).length
  if (count === 0) return null
  return (
    <Notice tone="amber">
      <p>
        The shared part may name {count === 1 ? 'a member' : `${count} members`}. Look at it before you make
        this.
      </p>
    </Notice>
  )
}
