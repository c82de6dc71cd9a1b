import type { ReactNode, Ref } from 'react'
import { flushSync } from 'react-dom'
import { classNames } from '../ui/class-names.ts'
import styles from './Entry.module.css'

interface EntryFormProps {
  readonly title: string
  readonly lead: string
  /** What was asked for takes a moment. */
  readonly isBusy?: boolean
  readonly onSubmit: () => void
  readonly children: ReactNode
  /** To begin at the title, where a screen is to be read before anything is typed. */
  readonly titleRef?: Ref<HTMLHeadingElement>
  /** In one line below something that is to be looked at first. */
  readonly isLine?: boolean
}

/** One thing to do, on the keyboard: Enter in any field goes on. */
export function EntryForm({
  title,
  lead,
  isBusy = false,
  onSubmit,
  children,
  titleRef,
  isLine = false,
}: EntryFormProps) {
  return (
    <form
      className={classNames(styles['form'], isLine && styles['line'])}
      aria-busy={isBusy}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        // At once, so that the fields which are wrong are marked and the first of them can take the keyboard.
        flushSync(onSubmit)
        event.currentTarget.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
      }}
    >
      <h1 className={styles['title']} tabIndex={-1} ref={titleRef}>
        {title}
      </h1>
      <p className={styles['lead']}>{lead}</p>
      {children}
    </form>
  )
}
