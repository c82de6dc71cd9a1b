import { HardDrive, HardDriveDownload } from 'lucide-react'
import { readNow } from '../app/core-clock.ts'
import { timeOfDay } from '../app/time-words.ts'
import { Announced } from '../ui/Announced.tsx'
import { Button } from '../ui/Button.tsx'
import { LeavingQuestion } from './LeavingQuestion.tsx'
import styles from './UnwrittenLine.module.css'
import { lostWords, unwrittenNews, unwrittenWords, writtenWords } from './unwritten-words.ts'
import { useUnwritten, useUnwrittenPushes, type Written } from './use-unwritten.ts'

interface UnwrittenLineProps {
  readonly isLocked: boolean
  /** The core has stopped, and its memory with it. */
  readonly isGone: boolean
}

/** One calm line above everything else, as long as something of a session is in memory alone; then, that it is not. */
export function UnwrittenLine({ isLocked, isGone }: UnwrittenLineProps) {
  const unwritten = useUnwritten()
  const { written, forget } = useUnwrittenPushes()
  return (
    <>
      <Announced>
        <output>{unwritten === null || isGone ? null : unwrittenNews(unwritten)}</output>
      </Announced>
      {unwritten !== null && !(isGone && unwritten.count === 0) ? (
        <Waiting
          {...(isGone
            ? lostWords(unwritten)
            : unwrittenWords(unwritten, timeHere(unwritten.sinceMs), isLocked))}
        />
      ) : written !== null ? (
        <AllWritten written={written} onSeen={forget} />
      ) : null}
      {unwritten === null || unwritten.count === 0 || isGone ? null : (
        <LeavingQuestion count={unwritten.count} isLocked={isLocked} />
      )}
    </>
  )
}

function Waiting({ title, body }: { readonly title: string; readonly body: string }) {
  return (
    <section className={styles['line']} data-tone="amber" aria-label="Not on the disk">
      <HardDrive aria-hidden size={18} strokeWidth={1.75} className={styles['icon']} />
      <p className={styles['words']}>
        <strong>{title}.</strong> {body}
      </p>
    </section>
  )
}

function AllWritten({ written, onSeen }: { readonly written: Written; readonly onSeen: () => void }) {
  return (
    <section className={styles['line']} aria-label="On the disk">
      <HardDriveDownload aria-hidden size={18} strokeWidth={1.75} className={styles['icon']} />
      <output className={styles['words']}>
        <strong>
          {writtenWords(written.count, written.atMs === null ? 'now' : timeHere(written.atMs))}.
        </strong>
      </output>
      <Button look="plain" onPress={onSeen}>
        OK
      </Button>
    </section>
  )
}

function timeHere(wallMs: number): string {
  return timeOfDay(wallMs, readNow()?.zone ?? 'UTC')
}
