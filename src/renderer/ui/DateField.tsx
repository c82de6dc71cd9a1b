import { TextField, type TextFieldProps } from './TextField.tsx'

interface DateFieldProps extends Omit<TextFieldProps, 'type' | 'value' | 'onChange' | 'placeholder'> {
  /** An ISO day (`2026-11-17`); null while no day is set. */
  readonly value: string | null
  readonly onChange: (day: string | null) => void
}

/** The browser's own date field: it follows the computer's locale, and its calendar is Chromium's. */
export function DateField({ value, onChange, ...rest }: DateFieldProps) {
  return (
    <TextField
      {...rest}
      type="date"
      value={value ?? ''}
      onChange={(day) => onChange(day === '' ? null : day)}
    />
  )
}
