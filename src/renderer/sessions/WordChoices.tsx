import { Check } from 'lucide-react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import menu from '../ui/Menu.module.css'

interface WordChoicesProps<Value extends string> {
  readonly label: string
  /** The first is any. */
  readonly any: string
  readonly options: readonly { readonly value: Value; readonly name: string }[]
  readonly value: Value | null
  readonly onChoose: (value: Value | null) => void
}

const anyKey = 'any'

/** The words that can stand in a filter's place. */
export function WordChoices<Value extends string>(props: WordChoicesProps<Value>) {
  const { label, any, options, value, onChoose } = props
  const entries = [{ value: anyKey, name: any }, ...options]
  return (
    <ListBox
      aria-label={label}
      className={menu['list'] ?? ''}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was opened to choose from
      autoFocus
      selectionMode="single"
      selectedKeys={[value ?? anyKey]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : [...keys]
        // None is what chooses the same again.
        const chosen = key === undefined ? value : options.find((option) => option.value === key)?.value
        onChoose(chosen ?? null)
      }}
    >
      {entries.map((entry) => (
        <ListBoxItem key={entry.value} id={entry.value} textValue={entry.name} className={menu['item'] ?? ''}>
          <Check aria-hidden size={16} strokeWidth={2} className={menu['tick']} />
          <bdi className={menu['itemName']}>{entry.name}</bdi>
        </ListBoxItem>
      ))}
    </ListBox>
  )
}
