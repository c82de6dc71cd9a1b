import { Segments } from '../ui/Segments.tsx'
import styles from './Papers.module.css'

/** How a member stands on a paper that lists many. */
export const namings = [
  { id: 'names', name: 'Names' },
  { id: 'initials', name: 'Initials' },
] as const

export const paperSizes = [
  { id: 'Letter', name: 'Letter' },
  { id: 'A4', name: 'A4' },
] as const

interface ChoiceProps<Id extends string> {
  readonly label: string
  readonly options: readonly { readonly id: Id; readonly name: string }[]
  readonly selected: Id
  readonly onSelect: (id: Id) => void
}

/** One of two or three, with its words before it. */
export function Choice<Id extends string>(props: ChoiceProps<Id>) {
  return (
    <div className={styles['choice']}>
      <span className={styles['label']}>{props.label}</span>
      <Segments {...props} />
    </div>
  )
}
