import { CommentsPart } from '../reviewer/CommentsPart.tsx'
import { FileDown } from 'lucide-react'
import { isUnderPart2 } from '../../shared/session/vocabulary.ts'
import { Button } from '../ui/Button.tsx'
import { DocumentsMade } from './DocumentsMade.tsx'
import { LeftTheVault } from './LeftTheVault.tsx'
import type { OpenPapers } from './SessionPapers.tsx'
import styles from './SessionSide.module.css'
import type { SessionView } from './session-view.ts'
import { Signatures } from './Signatures.tsx'

interface SessionSideProps {
  readonly view: SessionView
  /** Null for a reviewer, who makes no papers. */
  readonly onPapers: ((first: OpenPapers) => void) | null
}

/** What was made of the session: its documents, who signed, and what left the vault. */
export function SessionSide({ view, onPapers }: SessionSideProps) {
  return (
    <aside className={styles['side']} aria-label="Made of this session">
      {onPapers === null ? null : <Export view={view} onPapers={onPapers} />}
      <DocumentsMade view={view} onPapers={onPapers} />
      <Signatures view={view} />
      <LeftTheVault view={view} onPapers={onPapers} />
      <CommentsPart sessionId={view.sessionId} />
    </aside>
  )
}

function Export({
  view,
  onPapers,
}: {
  readonly view: SessionView
  readonly onPapers: (first: OpenPapers) => void
}) {
  return (
    <div className={styles['export']}>
      <Button
        look="primary"
        size="large"
        icon={FileDown}
        keys="E"
        aria-keyshortcuts="E"
        className={styles['button'] ?? ''}
        onPress={() => onPapers('group-summary')}
      >
        Export a summary
      </Button>
      <p className={styles['small']}>
        {isUnderPart2(view.state.part2)
          ? 'No member is named; a Part 2 statement on every page.'
          : 'No member is named in it.'}
      </p>
    </div>
  )
}
