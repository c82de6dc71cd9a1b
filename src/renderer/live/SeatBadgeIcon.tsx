import { Check, Clock, Ear, LogOut, PenLine, UserRound, type LucideIcon } from 'lucide-react'
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

export function SeatBadgeIcon({ badge }: { readonly badge: SeatBadge }) {
  const Icon = icons[badge]
  return (
    <span aria-hidden className={styles['badge']} data-badge={badge}>
      <Icon size={13} strokeWidth={1.75} />
    </span>
  )
}
