import { Eye, EyeOff } from 'lucide-react'
import { useRead } from '../app/api.ts'
import { usePlace } from '../app/navigation.tsx'
import { Button } from '../ui/Button.tsx'
import { captureSentence } from './privacy-words.ts'
import styles from './PrivacyScreen.module.css'

/** Whether the window is kept from programs that capture the screen: what the system can do, and what was set. */
export function ScreenCapture() {
  const abilities = useRead('system.abilities', {})
  const preferences = useRead('preferences.read', {})
  const { go } = usePlace()
  if (abilities.status !== 'ready' || preferences.status !== 'ready') return <div aria-busy />
  const canHide = abilities.value.hidesFromCapture
  const isHidden = canHide && preferences.value.hidesFromCapture
  const Icon = isHidden ? EyeOff : Eye
  return (
    <>
      <p className={styles['found']} data-tone={isHidden ? 'whole' : 'unknown'}>
        <Icon aria-hidden size={20} strokeWidth={1.5} />
        <span>{captureSentence(canHide, isHidden)}</span>
      </p>
      {canHide && !isHidden ? (
        <Button
          look="plain"
          size="small"
          className={styles['more'] ?? ''}
          onPress={() => go({ name: 'settings' })}
        >
          Open Settings
        </Button>
      ) : null}
    </>
  )
}
