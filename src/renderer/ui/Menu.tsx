import type { LucideIcon } from 'lucide-react'
import type { ReactElement } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { classNames } from './class-names.ts'
import { Kbd, type Keys } from './Kbd.tsx'
import styles from './Menu.module.css'

export interface MenuEntry {
  readonly id: string
  readonly name: string
  readonly hint?: string
  readonly icon?: LucideIcon
  readonly keys?: Keys
  readonly isDisabled?: boolean
  /** For risk and for what destroys. */
  readonly isRisk?: boolean
  readonly onChoose: () => void
}

interface MenuProps {
  readonly label: string
  /** The button that opens it. */
  readonly trigger: ReactElement
  readonly entries: readonly MenuEntry[]
}

export function Menu({ label, trigger, entries }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={styles['popover'] ?? ''}>
        <MenuList label={label} entries={entries} />
      </Popover>
    </MenuTrigger>
  )
}

/** The list alone, for a popover that is opened by something else than a button (a right click, a key). */
export function MenuList({ label, entries }: Omit<MenuProps, 'trigger'>) {
  return (
    <AriaMenu aria-label={label} className={styles['list'] ?? ''}>
      {entries.map(({ icon: Icon, ...entry }) => (
        <MenuItem
          key={entry.id}
          id={entry.id}
          textValue={entry.name}
          isDisabled={entry.isDisabled ?? false}
          onAction={entry.onChoose}
          className={classNames(styles['item'], entry.isRisk === true && styles['risk'])}
        >
          {Icon === undefined ? null : <Icon aria-hidden size={16} strokeWidth={1.75} />}
          <span className={styles['itemName']}>
            {entry.name}
            {entry.hint === undefined ? null : <span className={styles['itemHint']}>{entry.hint}</span>}
          </span>
          {entry.keys === undefined ? null : <Kbd keys={entry.keys} />}
        </MenuItem>
      ))}
    </AriaMenu>
  )
}
