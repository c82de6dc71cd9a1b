import { useNow } from '../app/core-clock.ts'
import { Kbd } from '../ui/Kbd.tsx'
import { useLive } from './live-context.ts'
import { beginNote, markForWords, markMoment, markWhat } from './mark-note.ts'
import styles from './MarkPrompt.module.css'
import { nameIn } from './seated.ts'

interface MarkPromptProps {
  readonly draft: string
  /** Goes on writing with these words. */
  readonly onWrite: (text: string) => void
}

/** Words come after marks: offers to begin the next note with the mark that was made last. */
export function MarkPrompt({ draft, onWrite }: MarkPromptProps) {
  const { state, seated, zone } = useLive()
  const now = useNow(5_000)
  const mark = now === null ? null : markForWords(state, now.wallMs)
  if (mark === null) return null
  const text = beginNote(draft, markMoment(mark, seated, zone))
  if (text === draft) return null
  return (
    <button
      type="button"
      className={styles['prompt']}
      aria-keyshortcuts="Alt+M"
      onClick={() => onWrite(text)}
    >
      <span className={styles['words']}>
        Write about <bdi>{nameIn(seated, mark.personId)}</bdi>, {markWhat(mark, zone)}
      </span>
      <Kbd keys={['Alt', 'M']} />
    </button>
  )
}
