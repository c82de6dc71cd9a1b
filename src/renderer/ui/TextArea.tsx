import type { Ref } from 'react'
import {
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components'
import { classNames } from './class-names.ts'
import { FieldFoot, FieldLabel, type FieldWords } from './Field.tsx'
import styles from './Field.module.css'

interface TextAreaProps extends FieldWords, Omit<AriaTextFieldProps, 'children' | 'className'> {
  readonly className?: string
  readonly placeholder?: string
  readonly inputRef?: Ref<HTMLTextAreaElement>
}

/** Grows with its text; it never scrolls inside itself while the page has room. */
export function TextArea(props: TextAreaProps) {
  const { label, hint, error, isOptional = false, placeholder, inputRef, className, ...rest } = props
  return (
    <AriaTextField
      autoComplete="off"
      validationBehavior="aria"
      {...rest}
      isInvalid={error !== undefined}
      className={classNames(styles['field'], className)}
    >
      <FieldLabel label={label} isOptional={isOptional} />
      <div className={styles['box']}>
        <AriaTextArea
          className={styles['input'] ?? ''}
          spellCheck={false}
          {...(placeholder === undefined ? {} : { placeholder })}
          {...(inputRef === undefined ? {} : { ref: inputRef })}
        />
      </div>
      <FieldFoot hint={hint} error={error} />
    </AriaTextField>
  )
}
