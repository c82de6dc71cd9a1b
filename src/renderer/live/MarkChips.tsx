import { Flag } from 'lucide-react'
import { useLive } from './live-context.ts'
import styles from './MarkChips.module.css'
import { markWords, type MarkWords } from '../../shared/session/mark-words.ts'
import { canBeMarked } from './seat-commands.ts'
import { usePicked } from './use-picked.ts'

/** Marks for the person who was chosen last; the underlined letter is the one that M and their key lead to. */
export function MarkChips() {
  const { state, seated, act } = useLive()
  const selectedId = usePicked((picked) => picked.selectedId)
  const person = seated.find(({ personId }) => personId === selectedId)
  if (person === undefined || !canBeMarked(state.stage, person.progress)) return null
  const { personId, name } = person
  return (
    <fieldset className={styles['chips']} aria-label={`Marks for ${name}`}>
      <bdi className={styles['name']}>{name}</bdi>
      {markWords.map((words) => (
        <button
          key={words.mark}
          type="button"
          className={styles['chip']}
          data-mark={words.mark}
          onClick={() => act({ type: 'mark', personId, mark: words.mark })}
        >
          <span className={styles['pill']}>
            {words.mark === 'risk' ? <Flag aria-hidden size={12} strokeWidth={2} /> : null}
            <LetteredName words={words} />
          </span>
        </button>
      ))}
    </fieldset>
  )
}

function LetteredName({ words: { name, letter } }: { readonly words: MarkWords }) {
  const at = name.toUpperCase().indexOf(letter)
  return (
    <span>
      {name.slice(0, at)}
      <u>{name.slice(at, at + 1)}</u>
      {name.slice(at + 1)}
    </span>
  )
}
