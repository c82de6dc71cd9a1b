import { Popover as AriaPopover, type PopoverProps as AriaPopoverProps } from 'react-aria-components'
import { classNames } from './class-names.ts'
import styles from './Menu.module.css'

interface PopoverProps extends Omit<AriaPopoverProps, 'className'> {
  /** False for lists, which bring their own padding. */
  readonly isPadded?: boolean
}

/** A raised surface beside what opened it; give it a `Dialog` of React Aria or a `MenuList` inside. */
export function Popover({ isPadded = true, ...rest }: PopoverProps) {
  return <AriaPopover {...rest} className={classNames(styles['popover'], isPadded && styles['padded'])} />
}
