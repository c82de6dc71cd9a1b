import { Eye, EyeOff } from 'lucide-react'
import { useState, type Ref } from 'react'
import { ToggleButton } from 'react-aria-components'
import { TextField } from '../ui/TextField.tsx'
import styles from './SecretField.module.css'

interface SecretFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: string | undefined
  readonly hint?: string
  readonly isDisabled?: boolean
  readonly isReadOnly?: boolean
  readonly inputRef?: Ref<HTMLInputElement>
}

/** A line for a secret. It is hidden until somebody looks around the room and presses Show. */
export function SecretField({ inputRef, ...props }: SecretFieldProps) {
  const [isShown, setIsShown] = useState(false)
  const Icon = isShown ? EyeOff : Eye
  return (
    <TextField
      {...props}
      look="line"
      type={isShown ? 'text' : 'password'}
      maxLength={1024}
      {...(inputRef === undefined ? {} : { inputRef })}
      end={
        <ToggleButton
          className={styles['show'] ?? ''}
          isSelected={isShown}
          onChange={setIsShown}
          aria-label={`Show ${props.label.toLowerCase()}`}
        >
          <Icon aria-hidden size={17} strokeWidth={1.75} />
          {isShown ? 'Hide' : 'Show'}
        </ToggleButton>
      }
    />
  )
}
