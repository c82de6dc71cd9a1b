import { Check, Minus, ShieldAlert, ShieldCheck } from 'lucide-react'
import type { PhaseProgress } from '../../shared/session/state.ts'
import styles from './PhaseRow.module.css'

interface PhaseSignProps {
  readonly phase: PhaseProgress
  /** Protected, and no longer as long as it was planned. */
  readonly isShort?: boolean
}

/** The sign on the rail: its shape alone tells done, current, ahead, left out, protected and too short apart. */
export function PhaseSign({ phase: { status, isProtected }, isShort = false }: PhaseSignProps) {
  const Shield = isShort ? ShieldAlert : ShieldCheck
  return (
    <span
      className={styles['sign']}
      data-status={status}
      data-protected={isProtected || undefined}
      data-short={isShort || undefined}
      aria-hidden
    >
      {status === 'done' ? <Check size={12} strokeWidth={2} /> : null}
      {status === 'skipped' ? <Minus size={12} strokeWidth={2} /> : null}
      {status === 'ahead' && isProtected ? <Shield size={12} strokeWidth={2} /> : null}
    </span>
  )
}
