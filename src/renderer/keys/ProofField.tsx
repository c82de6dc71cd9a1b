import { useEffect, type RefObject } from 'react'
import { Button } from '../ui/Button.tsx'
import { SecretField } from '../vault/SecretField.tsx'
import styles from './KeysPage.module.css'
import type { Proof } from './proof.ts'

interface ProofFieldProps {
  readonly proof: Proof
  readonly inputRef: RefObject<HTMLInputElement | null>
  readonly isBusy: boolean
  readonly error: string | undefined
  readonly onChange: (proof: Proof) => void
}

const words = {
  passphrase: { label: 'Present passphrase', other: 'It is lost: use the recovery code' },
  recovery: { label: 'Recovery code', other: 'Use the passphrase' },
} as const

/** The passphrase, or the recovery code of whoever has lost it. */
export function ProofField({ proof: { kind, secret }, inputRef, isBusy, error, onChange }: ProofFieldProps) {
  useEffect(() => inputRef.current?.focus(), [inputRef])
  return (
    <div>
      <SecretField
        label={words[kind].label}
        inputRef={inputRef}
        value={secret}
        isReadOnly={isBusy}
        error={error}
        onChange={(typed) => onChange({ kind, secret: typed })}
      />
      <Button
        look="plain"
        size="small"
        className={styles['other'] ?? ''}
        isDisabled={isBusy}
        onPress={() => onChange({ kind: kind === 'passphrase' ? 'recovery' : 'passphrase', secret: '' })}
      >
        {words[kind].other}
      </Button>
    </div>
  )
}
