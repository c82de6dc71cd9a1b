import { useState } from 'react'
import { useAct, useRead } from '../app/api.ts'
import { useLeaving } from './use-leaving.ts'

interface ConcealSettings {
  readonly isConcealed: boolean
  /** Takes every name off the screen; loses nothing that was typed. */
  readonly onConceal: () => void
  readonly onReveal: () => void
}

export interface Conceal {
  /** The PIN is being asked for. */
  readonly isAsking: boolean
  /** Conceals at once; brings back at once too, where no PIN is set. */
  readonly toggle: () => void
  readonly stopAsking: () => void
  /** The PIN was right. */
  readonly reveal: () => void
}

/** Conceals by hand, on losing the focus and after a while without input, as it is set. */
export function useConceal({ isConcealed, onConceal, onReveal }: ConcealSettings): Conceal {
  const concealment = useRead('conceal.read', {})
  // As long as that is not known, it is asked for rather than given away.
  const hasPin = concealment.status !== 'ready' || concealment.value.hasPin
  const { act } = useAct()
  const [isAsking, setIsAsking] = useState(false)
  const conceal = () => {
    if (isConcealed) return
    onConceal()
    void act('conceal.begin', {})
  }
  useLeaving(conceal)
  return {
    isAsking: isAsking && isConcealed,
    stopAsking: () => setIsAsking(false),
    reveal() {
      setIsAsking(false)
      onReveal()
    },
    toggle() {
      if (!isConcealed) conceal()
      else if (hasPin) setIsAsking(true)
      else onReveal()
    },
  }
}
