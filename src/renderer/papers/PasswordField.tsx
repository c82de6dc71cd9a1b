import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import { passwordError } from './password-error.ts'

interface PasswordFieldProps {
  readonly password: string
  readonly onChange: (password: string) => void
  /** Not before somebody has tried: nobody is told off while typing. */
  readonly showsError: boolean
}

/** A password for the file. The console forgets it with the dialog. */
export function PasswordField({ password, onChange, showsError }: PasswordFieldProps) {
  const [isShown, setIsShown] = useState(false)
  return (
    <TextField
      label="Password on the file"
      isOptional
      value={password}
      onChange={onChange}
      type={isShown ? 'text' : 'password'}
      autoComplete="off"
      maxLength={128}
      error={showsError ? passwordError(password) : undefined}
      hint="Whoever opens the file types it (AES-256). It is kept nowhere: if it is lost, make the file again."
      end={
        <Button
          look="plain"
          size="small"
          icon={isShown ? EyeOff : Eye}
          aria-label={isShown ? 'Hide the password' : 'Show the password'}
          onPress={() => setIsShown(!isShown)}
        />
      }
    />
  )
}
