import { Check, Clock, Ear, LogOut, PenLine, UserRound, type LucideIcon } from 'lucide-react'
import type { CSSProperties } from 'react'
import styles from './SeatBadgeIcon.module.css'
import type { SeatBadge } from './seat-words.ts'

const icons: Readonly<Record<SeatBadge, LucideIcon>> = {
  here: Check,
  'on-the-way': Clock,
  late: Clock,
  out: LogOut,
  gone: LogOut,
  substituted: UserRound,
  'yet-to-agree': PenLine,
  listening: Ear,
}

interface SeatBadgeIconProps {
  readonly badge: SeatBadge
  readonly style: CSSProperties | undefined
}

export function SeatBadgeIcon({ badge, style }: SeatBadgeIconProps) {
  const Icon = icons[badge]
  return (
    <span aria-hidden className={styles['badge']} style={style} data-badge={badge}>
      <Icon size={13} strokeWidth={1.75} />
    </span>
  )
}
