import { Laptop } from 'lucide-react'
import type { Failure } from '../../shared/ipc/failure.ts'
import { useRead } from '../app/api.ts'
import { failureWords } from '../app/failure-words.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import styles from './Entry.module.css'

interface ComputerWayProps {
  readonly isLine: boolean
  readonly isBusy: boolean
  /** Why the vault did not open the last time. */
  readonly failure: Failure | null
  readonly onOpen: () => void
}

const asides = {
  'passphrase-first': 'Once you have typed your passphrase, this computer’s key opens the vault again.',
  changed: 'This computer keeps keys in another way now, so its key opens nothing.',
} as const

/** The computer's own key, beside what is typed: never in its place, and never by itself. */
export function ComputerWay({ isLine, isBusy, failure, onOpen }: ComputerWayProps) {
  const state = useRead('computer-key.state', {})
  const way = (
    <div className={styles['computer']}>
      <Button icon={Laptop} isDisabled={isBusy} onPress={onOpen}>
        Open with this computer’s key
      </Button>
    </div>
  )
  if (failure !== null && isAboutComputer(failure))
    return (
      <>
        <WhyNot failure={failure} />
        {failure.code === 'key-store-away' && way}
      </>
    )
  if (state.status !== 'ready') return null
  switch (state.value) {
    case 'not-here':
    case 'off':
      return null
    case 'ready':
      return way
    case 'passphrase-first':
    case 'changed':
      return isLine ? null : <p className={styles['computerAside']}>{asides[state.value]}</p>
  }
}

function WhyNot({ failure }: { readonly failure: Failure }) {
  const { happened, safe, next } = failureWords(failure)
  return (
    <div className={styles['notice']}>
      <Notice tone="amber" announce="assertive" title={happened}>
        <p>
          {safe} {next}
        </p>
      </Notice>
    </div>
  )
}

/** Whether it is the computer's key that did not open the vault, while what is typed may. */
export function isAboutComputer(failure: Failure | null): boolean {
  switch (failure?.code) {
    case 'no-key-store':
    case 'key-store-changed':
    case 'key-store-away':
    case 'computer-key-lost':
    case 'passphrase-first':
      return true
    default:
      return false
  }
}
