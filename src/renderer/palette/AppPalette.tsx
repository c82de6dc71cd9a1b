import { useEffect, useEffectEvent, useState } from 'react'
import { useAct, useRead, type Act } from '../app/api.ts'
import { useLock, whenSaved } from '../app/lock.ts'
import { usePlace, type Place } from '../app/navigation.tsx'
import { useRole } from '../reviewer/role.tsx'
import { Palette } from './Palette.tsx'
import { actionsFor } from './place-actions.ts'

const overlays = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'

/** Ctrl+K, or Cmd+K on a Mac, wherever no session is on the screen: Live has a palette of its own. */
export function AppPalette() {
  const role = useRole()
  const [isOpen, setOpen] = useState(false)
  const { place, go } = usePlace()
  const lock = useLock()
  const { act } = useAct()
  const roster = useRead('roster.current', {})
  const sessions = useRead('session.current', {})
  // Where the screen is concealed, no group is named either.
  const mayBeConcealed = place.name === 'debrief' || place.name === 'paper'
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const isOurs = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey
    if (!isOurs || event.defaultPrevented || event.repeat) return
    if (event.target instanceof Element && event.target.closest(overlays) !== null) return
    event.preventDefault()
    setOpen(true)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  return (
    <Palette
      isOpen={isOpen}
      onClose={() => setOpen(false)}
      actions={() =>
        actionsFor(role, {
          groups: !mayBeConcealed && roster.status === 'ready' ? roster.value.groups : [],
          sessions: !mayBeConcealed && sessions.status === 'ready' ? sessions.value : [],
          // Sentences that the disk did not take stay on the screen with their words about it.
          go: (target) => void whenSaved(() => go(target)),
          lock,
          // How far it is stands on that page.
          backUp: () => void whenSaved(() => backUp(go, act)),
        })
      }
    />
  )
}

function backUp(go: (place: Place) => void, act: Act['act']): void {
  go({ name: 'vault' })
  void act('backups.make', {})
}
