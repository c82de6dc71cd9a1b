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
  readonly textRef?: Ref<HTMLTextAreaElement>
}

/** A field of several lines that grows with its words. */
export function TextArea(props: TextAreaProps) {
  const { label, hint, error, isOptional = false, placeholder, textRef, className, ...rest } = props
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
          dir="auto"
          spellCheck={false}
          {...(placeholder === undefined ? {} : { placeholder })}
          {...(textRef === undefined ? {} : { ref: textRef })}
        />
      </div>
      <FieldFoot hint={hint} error={error} />
    </AriaTextField>
  )
}
