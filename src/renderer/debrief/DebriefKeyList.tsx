import type { Seated } from '../live/seated.ts'
import { Kbd } from '../ui/Kbd.tsx'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import styles from './Progress.module.css'

export function DebriefKeyList({ next }: { readonly next: Seated | null }) {
  return (
    <section aria-labelledby="keys-title" className={styles['keys']}>
      <h2 id="keys-title" className={styles['label']}>
        Keys
      </h2>
      <dl>
        <Key keys={['Ctrl', 'Enter']} words={next === null ? 'sign' : `sign, on to ${next.name}`} />
        <Key keys={['Ctrl', '↑↓']} words="note before, next" />
        <Key keys={['Ctrl', '1–0']} words="a seat’s note" />
        <Key keys={['Alt', '1–9']} words="a goal of theirs" />
        <Key keys={['Ctrl', 'G']} words="shared part, and back" />
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
        <VisuallyHidden>{keys.join(' ')}</VisuallyHidden>
      </dt>
      <dd>
        <bdi>{words}</bdi>
      </dd>
    </div>
  )
}
