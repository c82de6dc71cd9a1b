import { Check, ChevronDown } from 'lucide-react'
import {
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
} from 'react-aria-components'
import { classNames } from './class-names.ts'
import { FieldFoot, FieldLabel, type FieldWords } from './Field.tsx'
import styles from './Field.module.css'
import list from './Menu.module.css'
import { VisuallyHidden } from './VisuallyHidden.tsx'

interface Option<Value extends string> {
  readonly value: Value
  readonly name: string
  /** A second, softer line. */
  readonly hint?: string
}

interface SelectProps<Value extends string> extends FieldWords {
  readonly options: readonly Option<Value>[]
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  readonly placeholder?: string
  readonly isDisabled?: boolean
  /** `words` stands among paragraphs, which have no box either. */
  readonly look?: 'box' | 'words'
  readonly className?: string
  /** Where its place says what it is: the label is then only read out. */
  readonly isLabelHidden?: boolean
}

export function Select<Value extends string>(props: SelectProps<Value>) {
  const { options, value, onChange, placeholder = 'Choose', isDisabled = false, look, className } = props
  const label = <FieldLabel label={props.label} isOptional={props.isOptional ?? false} />
  return (
    <AriaSelect
      className={classNames(styles['field'], look === 'words' && styles['words'], className)}
      placeholder={placeholder}
      isDisabled={isDisabled}
      validationBehavior="aria"
      isInvalid={props.error !== undefined}
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key)
        if (chosen !== undefined) onChange(chosen.value)
      }}
    >
      {props.isLabelHidden === true ? <VisuallyHidden>{label}</VisuallyHidden> : label}
      <div className={styles['box']}>
        <Button className={styles['select'] ?? ''}>
          <SelectValue>
            {({ isPlaceholder, selectedText }) => (isPlaceholder ? placeholder : selectedText)}
          </SelectValue>
          <ChevronDown aria-hidden size={16} strokeWidth={1.75} />
        </Button>
      </div>
      <FieldFoot hint={props.hint} error={props.error} />
      <Popover className={classNames(list['popover'], list['asWideAsTrigger'])}>
        <ListBox
          className={list['list'] ?? ''}
          items={options.map((option) => ({ ...option, id: option.value }))}
        >
          {(option) => (
            <ListBoxItem className={list['item'] ?? ''} textValue={option.name}>
              <Check aria-hidden size={15} strokeWidth={2} className={list['tick']} />
              <span>
                {option.name}
                {option.hint === undefined ? null : <span className={list['itemHint']}>{option.hint}</span>}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
