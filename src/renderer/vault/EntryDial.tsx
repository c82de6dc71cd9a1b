import { RingDial } from '../ui/RingDial.tsx'
import styles from './Entry.module.css'

interface EntryDialProps {
  readonly word: string
  readonly under: string
  readonly fraction: number
  readonly parts?: number
  readonly isTravelling?: boolean
}

/** The ring with one large word; changes of it are read out. */
export function EntryDial({ word, under, fraction, parts = 1, isTravelling = false }: EntryDialProps) {
  return (
    <div className={styles['dial']}>
      <RingDial fraction={fraction} parts={parts} isTravelling={isTravelling}>
        <output className={styles['status']}>
          <bdi className={styles['word']}>{word}</bdi>
          <bdi className={styles['under']}>{under}</bdi>
        </output>
      </RingDial>
    </div>
  )
}
