import { useState } from 'react'
import { useAct } from '../app/api.ts'
import { useConcealKey } from './use-conceal-key.ts'
import { useLeaving } from './use-leaving.ts'

interface ConcealSettings {
  readonly isConcealed: boolean
  /** Takes every name off the screen; loses nothing that was typed. */
  readonly onConceal: () => void
  readonly onReveal: () => void
}

export interface Conceal {
  /** The PIN or the passphrase is being asked for. */
  readonly isAsking: boolean
  /** Conceals at once. Concealed, it only opens the question: pressed twice in a hurry, it reveals nothing. */
  readonly toggle: () => void
  readonly stopAsking: () => void
  /** What was typed was right. */
  readonly reveal: () => void
}

/** Conceals by hand and by its key, on losing the focus and after a while without input, as it is set. */
export function useConceal({ isConcealed, onConceal, onReveal }: ConcealSettings): Conceal {
  const { act } = useAct()
  const [isAsking, setIsAsking] = useState(false)
  const conceal = () => {
    if (isConcealed) return
    onConceal()
    void act('conceal.begin', {})
  }
  useLeaving(conceal)
  useConcealKey(conceal)
  return {
    isAsking: isAsking && isConcealed,
    stopAsking: () => setIsAsking(false),
    reveal() {
      setIsAsking(false)
      onReveal()
    },
    toggle() {
      if (isConcealed) setIsAsking(true)
      else conceal()
    },
  }
}
