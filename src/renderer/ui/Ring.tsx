import styles from './Ring.module.css'

interface RingProps {
  readonly size?: number
}

/** The mark: one ring with a bead. Decoration; its name stands beside it. */
export function Ring({ size = 22 }: RingProps) {
  return (
    <svg aria-hidden width={size} height={size} viewBox="0 0 22 22" className={styles['ring']}>
      <path
        d="M11 2.6 a8.4 8.4 0 1 0 8.28 7"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.4"
        strokeLinecap="round"
      />
      <circle cx="16.9" cy="4.9" r="2.3" fill="currentColor" />
    </svg>
  )
}
