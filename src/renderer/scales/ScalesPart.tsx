import { AuthorOnly } from '../reviewer/AuthorOnly.tsx'
import { ClipboardList } from 'lucide-react'
import { useState } from 'react'
import type { PersonId } from '../../shared/ids.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import { standingResults, type ScaleResult } from '../../shared/measures/scale-result.ts'
import type { Member } from '../../shared/roster/member.ts'
import { AboutPart } from '../app/AboutPart.tsx'
import { useRead } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { EnteredNotice } from './EnteredNotice.tsx'
import { ScaleEntryDialog, type EnteredScale } from './ScaleEntryDialog.tsx'
import { ScaleResultDialog } from './ScaleResultDialog.tsx'
import { ScaleRow } from './ScaleRow.tsx'
import styles from './ScalesPart.module.css'

interface ScalesPartProps {
  readonly personId: PersonId
}

/** A member's questionnaires, the newest first, and the way to enter one. */
export function ScalesPart({ personId }: ScalesPartProps) {
  const roster = useRead('roster.read', {})
  const results = useRead('scales.read', { personId })
  if (results.status === 'failed') return <FailureNotice failure={results.failure} onRetry={results.retry} />
  if (results.status === 'reading' || roster.status !== 'ready') return null
  const member = roster.value.members.find(({ id }) => id === personId)
  if (member === undefined) return null
  return <Scales member={member} roster={roster.value} results={results.value} />
}

interface ScalesProps {
  readonly member: Member
  readonly roster: Roster
  readonly results: readonly ScaleResult[]
}

function Scales({ member, roster, results }: ScalesProps) {
  const [entering, setEntering] = useState<{ readonly corrects: ScaleResult | null } | null>(null)
  const [shown, setShown] = useState<ScaleResult | null>(null)
  const [entered, setEntered] = useState<EnteredScale | null>(null)
  return (
    <AboutPart
      title="Questionnaires"
      actions={<EnterButton onEnter={() => setEntering({ corrects: null })} />}
    >
      {entered === null ? null : (
        <EnteredNotice
          key={entered.resultId}
          entered={entered}
          roster={roster}
          onDone={() => setEntered(null)}
        />
      )}
      <ResultList results={results} onShow={setShown} />
      {shown === null ? null : (
        <ScaleResultDialog
          result={shown}
          results={results}
          roster={roster}
          onClose={() => setShown(null)}
          onCorrect={() => {
            setEntering({ corrects: shown })
            setShown(null)
          }}
        />
      )}
      {entering === null ? null : (
        <ScaleEntryDialog
          member={member}
          corrects={entering.corrects}
          onClose={() => setEntering(null)}
          onEntered={(made) => {
            setEntered(made)
            setEntering(null)
          }}
        />
      )}
    </AboutPart>
  )
}

function EnterButton({ onEnter }: { readonly onEnter: () => void }) {
  return (
    <AuthorOnly>
      <Button
        size="small"
        look="plain"
        icon={ClipboardList}
        aria-label="Enter a questionnaire"
        onPress={onEnter}
      >
        Enter
      </Button>
    </AuthorOnly>
  )
}

const shownAtFirst = 3

interface ResultListProps extends Pick<ScalesProps, 'results'> {
  readonly onShow: (result: ScaleResult) => void
}

function ResultList({ results, onShow }: ResultListProps) {
  const [showsAll, setShowsAll] = useState(false)
  const standing = standingResults(results).toReversed()
  if (standing.length === 0) return <p className={styles['soft']}>None entered yet.</p>
  return (
    <>
      <ul className={styles['rows']}>
        {(showsAll ? standing : standing.slice(0, shownAtFirst)).map((result) => (
          <ScaleRow key={result.resultId} result={result} onShow={() => onShow(result)} />
        ))}
      </ul>
      {standing.length > shownAtFirst ? (
        <Button size="small" look="plain" aria-expanded={showsAll} onPress={() => setShowsAll(!showsAll)}>
          {showsAll ? 'Show the newest' : `Show all ${standing.length}`}
        </Button>
      ) : null}
    </>
  )
}
