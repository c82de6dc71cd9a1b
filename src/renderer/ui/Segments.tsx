import type { LucideIcon } from 'lucide-react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import styles from './Segments.module.css'

interface Segment<Id extends string> {
  readonly id: Id
  readonly name: string
  readonly icon?: LucideIcon
}

interface SegmentsProps<Id extends string> {
  readonly label: string
  readonly options: readonly Segment<Id>[]
  readonly selected: Id
  readonly onSelect: (id: Id) => void
  /** Without names the icons alone are shown; screen readers always get the names. */
  readonly showsNames?: boolean
}

/** A few choices side by side, of which one holds. */
export function Segments<Id extends string>(props: SegmentsProps<Id>) {
  const { label, options, selected, onSelect, showsNames = true } = props
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={styles['segments'] ?? ''}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[selected]}
      onSelectionChange={(keys) => {
        const chosen = options.find((option) => keys.has(option.id))
        if (chosen !== undefined) onSelect(chosen.id)
      }}
    >
      {options.map(({ id, name, icon: Icon }) => (
        <ToggleButton key={id} id={id} aria-label={name} className={styles['segment'] ?? ''}>
          {Icon === undefined ? null : <Icon aria-hidden size={15} strokeWidth={1.75} />}
          {showsNames ? name : null}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
