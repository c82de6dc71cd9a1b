import { Flag } from 'lucide-react'
import type { FollowUp } from '../../shared/session/state.ts'
import { useFollowUpDrafts } from '../follow-up/follow-up-drafts.tsx'
import { openFollowUps, ownerOf, ownerWords } from '../follow-up/follow-up-view.ts'
import { Kbd } from '../ui/Kbd.tsx'
import styles from './FollowUpFlags.module.css'
import { useLive } from './live-context.ts'
import { nameIn } from './seated.ts'
import type { ChangeView } from './use-live-view.ts'

/** Every risk of this session that nobody has signed for yet; right after its mark, with the way to the safety steps. */
export function FollowUpFlags({ change }: { readonly change: ChangeView }) {
  const { state } = useLive()
  // The newest first: with it stand the safety steps, which no older one pushes out of sight.
  const open = openFollowUps(state).toReversed()
  if (open.length === 0) return null
  const newestMark = state.marks.at(-1)?.seq
  return (
    <section className={styles['flags']} aria-label="Open follow-ups">
      <ul>
        {open.map((followUp) => (
          <li key={followUp.mark} className={styles['line']}>
            <FlagButton followUp={followUp} onPress={() => change({ followUpMark: followUp.mark })} />
            {followUp.mark === newestMark ? (
              <button
                type="button"
                className={styles['steps']}
                aria-keyshortcuts="."
                onClick={() => change({ sheet: 'safety' })}
              >
                Safety steps <Kbd keys="." />
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface FlagButtonProps {
  readonly followUp: FollowUp
  readonly onPress: () => void
}

function FlagButton({ followUp, onPress }: FlagButtonProps) {
  const { sessionId, state, seated, roster } = useLive()
  const { textOf } = useFollowUpDrafts()
  const isBegun = textOf({ sessionId, mark: followUp.mark }) !== ''
  return (
    <button type="button" className={styles['flag']} onClick={onPress}>
      <Flag aria-hidden size={14} strokeWidth={2} />
      <span className={styles['words']}>
        <strong>
          <bdi>{nameIn(seated, followUp.personId)}</bdi>
        </strong>{' '}
        · follow-up open · owner <bdi>{ownerWords(roster, ownerOf(state, followUp))}</bdi>
        {isBegun ? ' · words begun' : null}
      </span>
    </button>
  )
}
