import { Lock } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useRead } from '../app/api.ts'
import { useLock } from '../app/lock.ts'
import { usePlace, type Place } from '../app/navigation.tsx'
import { Button } from '../ui/Button.tsx'
import { Ring } from '../ui/Ring.tsx'
import styles from './Reveal.module.css'
import { RevealForm } from './RevealForm.tsx'

/**
 * The screen that was concealed hides its names itself and goes on. Wherever else one goes from there, or with a window
 * that began anew, the PIN or the passphrase comes first: that screen would show what it remembers.
 */
export function ConcealGate({ children }: { readonly children: ReactNode }) {
  const { place } = usePlace()
  const concealment = useRead('conceal.read', {})
  const [seenAt, setSeenAt] = useState<Place | null>(null)
  if (concealment.status === 'reading') return null
  const isConcealed = concealment.status === 'ready' && concealment.value.isConcealed
  if (!isConcealed && seenAt !== place) setSeenAt(place)
  if (!isConcealed || seenAt === place) return children
  return (
    <main className={styles['gate']}>
      <p className={styles['mark']}>
        <Ring /> Circlekeeper
      </p>
      <h1 className={styles['title']}>Concealed</h1>
      <RevealForm onRevealed={() => setSeenAt(place)} />
      <LockInstead />
    </main>
  )
}

function LockInstead() {
  const lock = useLock()
  return (
    <Button look="plain" icon={Lock} onPress={lock}>
      Lock the vault
    </Button>
  )
}
