import { Button } from 'react-aria-components'
import { classNames } from '../ui/class-names.ts'
import styles from './UsualButton.module.css'

interface UsualButtonProps {
  readonly phaseName: string
  readonly minutes: number
  /** Whose habit it is: `you`, or initials. */
  readonly whose: string
  /** The phase has these minutes already, or can have no others. */
  readonly isTaken: boolean
  readonly className?: string | undefined
  readonly onTake: () => void
}

/** What a phase usually takes, and one press that takes it over: it is never taken over by itself. */
export function UsualButton({ phaseName, minutes, whose, isTaken, className, onTake }: UsualButtonProps) {
  const words = `${whose}: ${minutes}`
  if (isTaken) return <span className={classNames(styles['usual'], className)}>{words}</span>
  return (
    <Button
      className={classNames(styles['usual'], styles['take'], className)}
      aria-label={`${words} minutes usually. Take them over for ${phaseName}`}
      onPress={onTake}
    >
      {words}
    </Button>
  )
}
