import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Dialog, DialogTrigger } from 'react-aria-components'
import { Popover } from '../ui/Popover.tsx'
import styles from './FilterWords.module.css'

interface FilterWordProps {
  /** What stands before the word in the sentence: `led by`. */
  readonly before: string
  readonly word: string
  readonly isSet: boolean
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
  readonly onClear: () => void
  /** What can be chosen. */
  readonly children: ReactNode
}

/** One filter as a word of a sentence; the word is a button. */
export function FilterWord(props: FilterWordProps) {
  const { before, word, isSet, isOpen, onOpenChange, onClear, children } = props
  return (
    <span className={styles['part']}>
      <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
        <span className={styles['before']}>{before}</span>
        <Button
          className={styles['word'] ?? ''}
          aria-label={`${before} ${word}`}
          {...(isSet ? { 'data-set': true } : {})}
        >
          <bdi>{word}</bdi>
        </Button>
        <Popover placement="bottom start" isPadded={false}>
          <Dialog aria-label={before} className={styles['choices'] ?? ''}>
            {children}
          </Dialog>
        </Popover>
      </DialogTrigger>
      {isSet ? (
        <Button
          className={styles['clear'] ?? ''}
          aria-label={`Any: no longer ${before} ${word}`}
          onPress={onClear}
        >
          <X aria-hidden size={13} strokeWidth={2} />
        </Button>
      ) : null}
    </span>
  )
}
