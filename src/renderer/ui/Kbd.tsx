import { CornerDownLeft } from 'lucide-react'
import { classNames } from './class-names.ts'
import styles from './Kbd.module.css'

/** A key, or keys pressed together: `'N'`, `['Ctrl', 'L']`. `'Enter'` is drawn as its arrow. */
export type Keys = string | readonly string[]

interface KbdProps {
  readonly keys: Keys
  /** `on-fill`: inside a filled button. */
  readonly tone?: 'plain' | 'on-fill'
}

/** Hidden from screen readers, which would read it into a button's name; `aria-keyshortcuts` is for them. */
export function Kbd({ keys, tone = 'plain' }: KbdProps) {
  const all = typeof keys === 'string' ? [keys] : keys
  return (
    <kbd aria-hidden className={classNames(styles['kbd'], tone === 'on-fill' && styles['onFill'])}>
      {all.map((key) =>
        key === 'Enter' ? (
          <CornerDownLeft key={key} size={12} strokeWidth={2} />
        ) : (
          <span key={key}>{key}</span>
        ),
      )}
    </kbd>
  )
}
