import { useEffect, useEffectEvent, type RefObject } from 'react'
import { stepOf } from './choice.ts'

const typing = 'input, textarea, [role="dialog"], [role="menu"]'
const working = `button, a, [role="grid"], ${typing}`

/** On the bare page, `/` goes to the search, and the keys of the table to the table; from the search, the arrow down. */
export function usePageKeys(
  searchRef: RefObject<HTMLInputElement | null>,
  gridRef: RefObject<HTMLElement | null>,
): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { target, key } = event
    if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof Element)) return
    if (target === searchRef.current && key === 'ArrowDown') {
      gridRef.current?.focus()
      return
    }
    const goTo = key === '/' ? searchRef.current : stepOf(key) === undefined ? null : gridRef.current
    if (goTo === null || target.closest(key === '/' ? typing : working) !== null) return
    event.preventDefault()
    goTo.focus()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
