import { useEffect, useEffectEvent, useState } from 'react'
import { SafetyCard } from './SafetyCard.tsx'

const ownKeys = 'input, textarea, [role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'

/** The card behind its key, on a screen that has no map of keys. In a field the full stop is one. */
export function SafetyOnKey({ isConcealed }: { readonly isConcealed: boolean }) {
  const [isOpen, setIsOpen] = useState(false)
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const isOwn = event.target instanceof Element && event.target.closest(ownKeys) !== null
    if (event.key !== '.' || event.defaultPrevented || isOwn) return
    event.preventDefault()
    setIsOpen(true)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  return <SafetyCard isOpen={isOpen} isConcealed={isConcealed} onClose={() => setIsOpen(false)} />
}
