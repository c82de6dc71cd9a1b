import { AuthorOnly } from '../reviewer/AuthorOnly.tsx'
import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { CareEntry } from '../../shared/care/care-entry.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import { Button } from '../ui/Button.tsx'
import { actWords, dayWords } from './care-words.ts'
import { GroupName } from './CareStanding.tsx'
import styles from './CarePart.module.css'

interface CareHistoryProps {
  readonly entries: readonly CareEntry[]
  readonly roster: Roster
  readonly onTakeBack: (seq: number) => void
}

const shownAtFirst = 4

/** What led here, the newest first. What was taken back stays readable. */
export function CareHistory({ entries, roster, onTakeBack }: CareHistoryProps) {
  const [showsAll, setShowsAll] = useState(false)
  // That something was taken back is told at what was taken back.
  const lines = inOrder(entries.filter(({ act }) => act.kind !== 'taken-back'))
  const shown = showsAll ? lines : lines.slice(0, shownAtFirst)
  if (lines.length === 0) return null
  return (
    <>
      <ol className={styles['history']} aria-label="History of care">
        {shown.map((entry) => (
          <HistoryLine
            key={entry.seq}
            entry={entry}
            roster={roster}
            onTakeBack={() => onTakeBack(entry.seq)}
          />
        ))}
      </ol>
      {lines.length > shownAtFirst ? (
        <Button size="small" look="plain" aria-expanded={showsAll} onPress={() => setShowsAll(!showsAll)}>
          {showsAll ? 'Show the newest' : `Show all ${lines.length}`}
        </Button>
      ) : null}
    </>
  )
}

/** By day, the last first; of one day, and of days that nobody wrote down, what was entered last. */
function inOrder(entries: readonly CareEntry[]): readonly CareEntry[] {
  return entries.toReversed().toSorted((a, b) => (b.act.day ?? '').localeCompare(a.act.day ?? ''))
}

interface HistoryLineProps {
  readonly entry: CareEntry
  readonly roster: Roster
  readonly onTakeBack: () => void
}

function HistoryLine({ entry: { act, takenBackBy }, roster, onTakeBack }: HistoryLineProps) {
  const isBack = takenBackBy !== null
  const words = actWords(act)
  const spoken = words
    .map((part) =>
      typeof part === 'string' ? part : (roster.groups.find(({ id }) => id === part.groupId)?.name ?? ''),
    )
    .join('')
  return (
    <li className={styles['entry']} data-taken-back={isBack || undefined}>
      <div>
        <p className={styles['day']}>{act.day === null ? 'On a day not written down' : dayWords(act.day)}</p>
        <p>
          <span className={styles['what']}>
            {words.map((part) =>
              typeof part === 'string' ? (
                part
              ) : (
                <GroupName key={part.groupId} groupId={part.groupId} roster={roster} />
              ),
            )}
          </span>
          {isBack ? <span className={styles['soft']}> taken back</span> : null}
        </p>
        {act.reason === '' ? null : (
          <p dir="auto" className={styles['soft']}>
            {act.reason}
          </p>
        )}
      </div>
      {isBack ? null : (
        <AuthorOnly>
          <Button
            size="small"
            look="plain"
            icon={Undo2}
            className={styles['tool'] ?? ''}
            aria-label={`Take back: ${spoken}`}
            onPress={onTakeBack}
          />
        </AuthorOnly>
      )}
    </li>
  )
}
