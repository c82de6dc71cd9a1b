import { Eraser } from 'lucide-react'
import { counted } from '../../shared/count.ts'
import { Button } from '../ui/Button.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { chooseAll, chooseNone, chosenIds, type ChoosableLine, type Choosing } from './choosing.ts'
import styles from './KeepingScreen.module.css'

export interface FootWords {
  /** What can be done with the lines; said while none is chosen. */
  readonly about: string
  /** What a line is: `chart`. */
  readonly word: string
  /** What the button says while none is chosen, and of `3 charts`. */
  readonly actWords: { readonly none: string; readonly some: (counted: string) => string }
}

interface PanelFootProps extends FootWords {
  readonly lines: readonly ChoosableLine[]
  readonly choosing: Choosing
  readonly onChoosing: (choosing: Choosing) => void
  readonly choosesLines: boolean
  readonly onAct: () => void
}

/** How many are chosen, and the way to what becomes of them. Nothing happens here yet. */
export function PanelFoot(props: PanelFootProps) {
  const { lines, choosing, onChoosing, choosesLines, about, word, actWords, onAct } = props
  const chosen = chosenIds(lines, choosing).length
  if (!choosesLines) return <p className={styles['foot']}>{about}</p>
  return (
    <div className={styles['foot']}>
      <output className={styles['footWords']}>
        {chosen === 0 ? about : `${chosen} of ${counted(lines.length, word)} chosen`}
      </output>
      <span className={styles['keys']} aria-hidden>
        <Kbd keys="Space" /> choose
        <Kbd keys="⇧" />
        <Kbd keys="↓" /> a range
      </span>
      <Button
        look="plain"
        size="small"
        onPress={() => onChoosing(chosen === 0 ? chooseAll(lines, choosing) : chooseNone(choosing))}
      >
        {chosen === 0 ? 'Choose all' : 'Choose none'}
      </Button>
      <Button icon={Eraser} isDisabled={chosen === 0} onPress={onAct}>
        {chosen === 0 ? actWords.none : actWords.some(counted(chosen, word))}
      </Button>
    </div>
  )
}
