import { TextField } from '../ui/TextField.tsx'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import styles from './Entry.module.css'
import { SecretField } from './SecretField.tsx'

/** What is typed to confirm: the two groups that were asked for, and the passphrase. */
export interface TypedKit {
  readonly first: string
  readonly second: string
  readonly passphrase: string
}

interface KitFieldsProps {
  readonly asked: readonly [number, number]
  readonly typed: TypedKit
  readonly wrong: { readonly [Field in keyof TypedKit]?: boolean }
  /** What is said of a wrong passphrase. */
  readonly wrongPassphrase?: string
  readonly isBusy: boolean
  readonly onChange: (typed: TypedKit) => void
}

const wrongGroup = 'This is not what the code says.'
const wrongChosen = 'This is not the passphrase that you chose.'

export function KitFields(props: KitFieldsProps) {
  const { asked, typed, wrong, wrongPassphrase = wrongChosen, isBusy, onChange } = props
  const firstField = useFocusOnArrival<HTMLInputElement>()
  return (
    <div className={styles['fields']}>
      <div className={styles['pair']}>
        <TextField
          label={`Group ${asked[0] + 1}`}
          inputRef={firstField}
          value={typed.first}
          maxLength={8}
          isReadOnly={isBusy}
          error={wrong.first === true ? wrongGroup : undefined}
          onChange={(first) => onChange({ ...typed, first })}
        />
        <TextField
          label={`Group ${asked[1] + 1}`}
          value={typed.second}
          maxLength={8}
          isReadOnly={isBusy}
          error={wrong.second === true ? wrongGroup : undefined}
          onChange={(second) => onChange({ ...typed, second })}
        />
      </div>
      <SecretField
        label="Passphrase"
        value={typed.passphrase}
        isReadOnly={isBusy}
        error={wrong.passphrase === true ? wrongPassphrase : undefined}
        onChange={(passphrase) => onChange({ ...typed, passphrase })}
      />
    </div>
  )
}
