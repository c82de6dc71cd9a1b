import type { Preferences } from '../../shared/ipc/preference-calls.ts'
import { Segments } from '../ui/Segments.tsx'
import styles from './SettingsScreen.module.css'

interface LockSettingProps {
  readonly minutes: Preferences['locksAfterMinutes']
  readonly onChange: (minutes: Preferences['locksAfterMinutes']) => void
}

const waits = [
  { id: '2', name: '2 min', minutes: 2 },
  { id: '5', name: '5 min', minutes: 5 },
  { id: '15', name: '15 min', minutes: 15 },
  { id: '30', name: '30 min', minutes: 30 },
] as const

/** When a console that nobody touches locks itself. */
export function LockSetting({ minutes, onChange }: LockSettingProps) {
  const wait = waits.find((each) => each.minutes === minutes) ?? waits[1]
  return (
    <div className={styles['setting']}>
      <p>Lock after</p>
      <Segments
        label="Lock after"
        options={waits}
        selected={wait.id}
        onSelect={(id) => onChange((waits.find((each) => each.id === id) ?? waits[1]).minutes)}
      />
      <p className={styles['hint']}>
        Without a key, a click or a move of the pointer, and only while no session runs. It says so half a
        minute before. What you have typed is kept.
      </p>
    </div>
  )
}
