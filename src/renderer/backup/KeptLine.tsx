import type { ListedBackup } from '../../shared/ipc/backup-calls.ts'
import type { Stamp } from '../../shared/session/stamp.ts'
import styles from './KeptLine.module.css'
import { countsOnLine, marksOnLine, placeOnLine, stretches } from './kept-line.ts'

interface KeptLineProps {
  /** The one made last first. */
  readonly backups: readonly ListedBackup[]
  /** Whether another is made by itself. */
  readonly hasNext: boolean
  readonly now: Stamp
}

/** What is kept, at one glance: a dot for each backup on a line of days, weeks and months that ends at the next one. */
export function KeptLine({ backups, hasNext, now }: KeptLineProps) {
  const placed = backups
    .map((backup) => ({ backup, at: placeOnLine(backup.madeAtMs, now.wallMs) }))
    // Drawn from the one made first on, so that the last lies on top.
    .toReversed()
  return (
    <figure className={styles['figure']}>
      <svg role="img" aria-label={spokenWords(backups, now)} className={styles['svg']}>
        <line x1="2%" x2="92%" y1="22" y2="22" className={styles['line']} />
        <line x1="92%" x2="98%" y1="22" y2="22" className={styles['ahead']} />
        {marksOnLine().map((at) => (
          <circle key={at} cx={percent(at)} cy="22" r="2.5" className={styles['mark']} />
        ))}
        {placed.map(({ backup, at }, index) => (
          <circle
            key={backup.backupId}
            cx={percent(at)}
            cy="22"
            r={index === placed.length - 1 ? 9 : 6}
            className={styles[backup.isThere ? 'kept' : 'away']}
          />
        ))}
        {hasNext ? <circle cx="98%" cy="22" r="6" className={styles['next']} /> : null}
      </svg>
      <figcaption aria-hidden className={styles['names']}>
        {stretches.toReversed().map(({ name, from, to }) => (
          <span key={name} style={{ flexBasis: percent(from - to) }}>
            {name}
          </span>
        ))}
        {hasNext ? <span className={styles['nextName']}>next</span> : null}
      </figcaption>
    </figure>
  )
}

function percent(share: number): string {
  return `${Math.round(share * 1_000) / 10}%`
}

function spokenWords(backups: readonly ListedBackup[], now: Stamp): string {
  const counts = countsOnLine(
    backups.map(({ madeAtMs }) => madeAtMs),
    now.wallMs,
  )
  const parts = stretches.map(({ name }, index) => `${counts[index] ?? 0} of the last ${name}`)
  return `Backups that are kept: ${parts.join(', ')}`
}
