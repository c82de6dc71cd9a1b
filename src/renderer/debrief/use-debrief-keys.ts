import { useEffect, useEffectEvent } from 'react'
import type { PersonId } from '../../shared/ids.ts'
import type { Seated } from '../live/seated.ts'
import { memberOfFigure, neighbour } from './debrief-keys.ts'

interface DebriefKeys {
  readonly members: readonly Seated[]
  readonly openId: PersonId | null
  readonly isConcealed: boolean
  readonly onOpen: (personId: PersonId) => void
  readonly onShared: () => void
  readonly onConceal: () => void
}

export function useDebriefKeys(keys: DebriefKeys): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    // An open menu or dialog has the key first, and so has a script that is composed of several keys.
    if (event.defaultPrevented || event.isComposing) return
    if (event.key === 'Escape') return handled(event, keys.onConceal)
    if (!event.ctrlKey || event.altKey || event.shiftKey || event.metaKey || keys.isConcealed) return
    if (event.key.toLowerCase() === 'g') return handled(event, keys.onShared)
    const target =
      event.key === 'ArrowDown'
        ? neighbour(keys.members, keys.openId, 1)
        : event.key === 'ArrowUp'
          ? neighbour(keys.members, keys.openId, -1)
          : memberOfFigure(keys.members, event.key)
    if (target !== null) handled(event, () => keys.onOpen(target))
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

function handled(event: KeyboardEvent, run: () => void): void {
  event.preventDefault()
  run()
}
