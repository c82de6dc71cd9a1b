import { useMemo } from 'react'
import type { PersonId, SessionId } from '../../shared/ids.ts'
import { TouchLine } from '../interaction/TouchLine.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { arrivalOf } from './member-facts.ts'
import { isWritten, type DebriefFacts } from './debrief-view.ts'
import { SessionFollowUps } from './SessionFollowUps.tsx'
import { SummaryExport } from './SummaryExport.tsx'
import { useAnyChange, type Drafts } from './use-drafts.ts'
import styles from './Progress.module.css'

interface ProgressProps {
  readonly sessionId: SessionId
  readonly facts: DebriefFacts
  readonly drafts: Drafts
  readonly isConcealed: boolean
  readonly openId: PersonId | null
  readonly onOpen: (personId: PersonId) => void
}

/** How far the writing has come, what can be handed out, and the keys. */
export function Progress({ sessionId, facts, drafts, isConcealed, openId, onOpen }: ProgressProps) {
  const came = useMemo(() => facts.members.filter(({ progress }) => arrivalOf(progress) !== null), [facts])
  const savers = useMemo(() => came.map(({ personId }) => drafts.response(personId)), [came, drafts])
  useAnyChange(savers)
  const written = savers.filter((saver) => isWritten(saver.value())).length
  return (
    <aside aria-label="Progress and export" className={styles['column']}>
      <section className={styles['progress']}>
        <h2 className={styles['count']}>
          <strong>
            {written} of {came.length}
          </strong>{' '}
          written
        </h2>
        <ul className={styles['dots']}>
          {came.map(({ personId, name }, index) => {
            const isDone = isWritten(savers[index]?.value() ?? { response: '' })
            return (
              <li key={personId}>
                <button
                  type="button"
                  className={styles['dot']}
                  data-done={isDone || undefined}
                  data-open={personId === openId || undefined}
                  aria-label={`${name}: ${isDone ? 'written' : 'to write'}`}
                  disabled={isConcealed}
                  onClick={() => onOpen(personId)}
                />
              </li>
            )
          })}
        </ul>
      </section>
      {isConcealed ? null : <SessionFollowUps sessionId={sessionId} facts={facts} />}
      <SummaryExport sessionId={sessionId} facts={facts} drafts={drafts} isConcealed={isConcealed} />
      {isConcealed ? null : (
        <TouchLine sessionId={sessionId} state={facts.state} timeWords={facts.timeWords} />
      )}
      <KeyList />
    </aside>
  )
}

function KeyList() {
  return (
    <section aria-labelledby="keys-title" className={styles['keys']}>
      <h2 id="keys-title" className={styles['label']}>
        Keys
      </h2>
      <dl>
        <Key keys={['Ctrl', '↓']} words="next note" />
        <Key keys={['Ctrl', '↑']} words="the one before" />
        <Key keys={['Ctrl', '1–0']} words="a seat’s note" />
        <Key keys={['Ctrl', 'G']} words="the shared part" />
        <Key keys={['.']} words="safety steps" />
      </dl>
    </section>
  )
}

function Key({ keys, words }: { readonly keys: readonly string[]; readonly words: string }) {
  return (
    <div>
      <dt>
        <Kbd keys={keys} />
        <span className={styles['spoken']}>{keys.join(' ')}</span>
      </dt>
      <dd>{words}</dd>
    </div>
  )
}
