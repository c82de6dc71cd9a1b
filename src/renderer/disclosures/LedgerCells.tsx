import { isoDay } from '../../shared/iso-day.ts'
import { useNow } from '../app/core-clock.ts'
import { timeOfDay } from '../app/time-words.ts'
import { dayWords } from '../roster/day-words.ts'
import type { LedgerRow } from './disclosure-words.ts'
import styles from './DisclosuresTable.module.css'

/** A day says its year where that is not this one. */
function useDayWords(): { day: (isoDay: string) => string; moment: (wallMs: number) => string } {
  const now = useNow(60_000, ({ wallMs, zone }) => isoDay(wallMs, zone))
  const zone = now?.zone ?? 'UTC'
  const today = now === null ? null : isoDay(now.wallMs, zone)
  const day = (of: string) => dayWords(of, today)
  return { day, moment: (wallMs) => `${day(isoDay(wallMs, zone))}, ${timeOfDay(wallMs, zone)}` }
}

export function DayCell({ day }: { readonly day: string }) {
  const words = useDayWords()
  return <time dateTime={day}>{words.day(day)}</time>
}

export function WordsCell({ words }: { readonly words: string }) {
  return <bdi className={styles['words']}>{words}</bdi>
}

/** What was disclosed, by whom it was entered, and whether it still holds. */
export function WhatCell({ row }: { readonly row: LedgerRow }) {
  const words = useDayWords()
  const { entry, enteredBy, corrects, correctedBy } = row
  return (
    <div className={styles['account']}>
      {correctedBy === null ? null : (
        <strong className={styles['label']}>Corrected {words.moment(correctedBy.enteredAtMs)}</strong>
      )}
      {corrects === null ? null : (
        <strong className={styles['label']}>
          Corrects what was entered {words.moment(corrects.enteredAtMs)}
        </strong>
      )}
      <bdi className={styles['words']}>{entry.what}</bdi>
      <span className={styles['entered']}>
        {entry.exportId === null || corrects !== null ? 'Entered' : 'Entered with the file'}{' '}
        {words.moment(entry.enteredAtMs)} by <bdi>{enteredBy}</bdi>
      </span>
    </div>
  )
}
