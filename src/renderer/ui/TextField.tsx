import type { ReactNode, Ref } from 'react'
import {
  Input,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components'
import { classNames } from './class-names.ts'
import { FieldFoot, FieldLabel, type FieldWords } from './Field.tsx'
import styles from './Field.module.css'

export interface TextFieldProps extends FieldWords, Omit<AriaTextFieldProps, 'children' | 'className'> {
  readonly className?: string
  readonly placeholder?: string
  /** `line`: the one large field of a screen. */
  readonly look?: 'box' | 'line'
  /** A button or a unit at the end of the field. */
  readonly end?: ReactNode
  readonly inputRef?: Ref<HTMLInputElement>
}

export function TextField(props: TextFieldProps) {
  const {
    label,
    hint,
    error,
    isOptional = false,
    look = 'box',
    end,
    placeholder,
    inputRef,
    className,
    ...rest
  } = props
  return (
    <AriaTextField
      autoComplete="off"
      validationBehavior="aria"
      {...rest}
      isInvalid={error !== undefined}
      className={classNames(styles['field'], look === 'line' && styles['line'], className)}
    >
      <FieldLabel label={label} isOptional={isOptional} />
      <div className={styles['box']}>
        <Input
          className={styles['input'] ?? ''}
          spellCheck={false}
          {...(placeholder === undefined ? {} : { placeholder })}
          {...(inputRef === undefined ? {} : { ref: inputRef })}
        />
        {end}
      </div>
      <FieldFoot hint={hint} error={error} />
    </AriaTextField>
  )
}
