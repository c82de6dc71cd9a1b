import type { Preferences } from '../../shared/ipc/preference-calls.ts'
import { useRead } from '../app/api.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import styles from './SettingsScreen.module.css'

interface SystemSettingsProps {
  readonly preferences: Pick<Preferences, 'hidesFromCapture'>
  readonly change: (change: Pick<Preferences, 'hidesFromCapture'>) => void
}

/** What this computer can do beside the lock; what it cannot is not shown. */
export function SystemSettings({ preferences, change }: SystemSettingsProps) {
  const abilities = useRead('system.abilities', {})
  if (abilities.status !== 'ready') return null
  return (
    <>
      {abilities.value.hidesFromCapture ? (
        <div className={styles['setting']}>
          <Checkbox
            isSelected={preferences.hidesFromCapture}
            onChange={(hidesFromCapture) => change({ hidesFromCapture })}
          >
            Keep the console out of screenshots and shared screens
          </Checkbox>
          <p className={styles['hint']}>
            The room display is not meant. On macOS some programs see the window in any case.
          </p>
        </div>
      ) : null}
      {abilities.value.clearsClipboard ? (
        <p className={styles['hint']}>
          What you copy here leaves the clipboard after 30 seconds, with the lock and at the end, unless you
          have copied something else since.
        </p>
      ) : null}
    </>
  )
}
