import { useState } from 'react'
import { useRead } from '../app/api.ts'
import type { Desk } from '../debrief/desk.ts'
import { SidePart } from '../debrief/SidePart.tsx'
import { Button } from '../ui/Button.tsx'
import { PapersDialog } from './PapersDialog.tsx'
import { usePapersKey } from './use-papers-key.ts'
import styles from './PapersPart.module.css'

/** The way from the debrief to the papers of its session. They wait while the names are concealed. */
export function PapersPart({ desk }: { readonly desk: Desk }) {
  const { isConcealed, drafts } = desk
  const [isOpen, setIsOpen] = useState(false)
  usePapersKey(() => setIsOpen(!isConcealed))
  // What is concealed is not opened again by revealing.
  if (isConcealed && isOpen) setIsOpen(false)
  return (
    <SidePart title="Papers">
      <Button
        keys={['Ctrl', 'P']}
        aria-keyshortcuts="Control+P"
        isDisabled={isConcealed}
        onPress={() => setIsOpen(true)}
      >
        Make or find papers
      </Button>
      {isConcealed ? null : <MadeSoFar desk={desk} />}
      {isOpen && !isConcealed ? (
        <PapersDialog key={drafts.sessionId} desk={desk} personId={null} onClose={() => setIsOpen(false)} />
      ) : null}
    </SidePart>
  )
}

function MadeSoFar({ desk }: { readonly desk: Desk }) {
  const listed = useRead('export.list', { sessionId: desk.drafts.sessionId })
  const count = listed.status === 'ready' ? listed.value.filter(({ isOnDisk }) => isOnDisk).length : 0
  if (count === 0) return <p className={styles['soft']}>Summaries, notes and attendance, as files.</p>
  return (
    <p className={styles['soft']}>
      {count === 1 ? 'One file was made' : `${count} files were made`}, which the vault no longer protects.
    </p>
  )
}
