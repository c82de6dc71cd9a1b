import { Button, type ButtonProps } from 'react-aria-components'
import { classNames } from '../ui/class-names.ts'
import styles from './RowButton.module.css'

interface RowButtonProps extends Omit<ButtonProps, 'className'> {
  readonly className?: string
}

/** A row of a list that opens something. */
export function RowButton({ className, ...rest }: RowButtonProps) {
  return <Button {...rest} className={classNames(styles['row'], className)} />
}
