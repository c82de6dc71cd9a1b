import { ArrowDown, ArrowUp, Ellipsis, Trash2 } from 'lucide-react'
import { Button } from '../ui/Button.tsx'
import { Menu } from '../ui/Menu.tsx'
import styles from './AgendaEditor.module.css'

interface PhaseMenuProps {
  readonly name: string
  /** The only phase of an agenda stays. */
  readonly isOnly: boolean
  readonly onMove: (by: number) => void
  readonly onRemove: () => void
}

export function PhaseMenu({ name, isOnly, onMove, onRemove }: PhaseMenuProps) {
  return (
    <Menu
      label={`What to do with ${name}`}
      trigger={
        <Button
          look="plain"
          icon={Ellipsis}
          className={styles['tool'] ?? ''}
          aria-label={`More for ${name}`}
        />
      }
      entries={[
        { id: 'up', name: 'Move up', icon: ArrowUp, keys: ['Alt', '↑'], onChoose: () => onMove(-1) },
        { id: 'down', name: 'Move down', icon: ArrowDown, keys: ['Alt', '↓'], onChoose: () => onMove(1) },
        { id: 'remove', name: 'Remove', icon: Trash2, isDisabled: isOnly, onChoose: onRemove },
      ]}
    />
  )
}
