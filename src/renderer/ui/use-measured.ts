import { useEffectEvent, useLayoutEffect, useState, type RefObject } from 'react'

/**
 * What `measure` finds of an element, and again whenever its size changes; null before it has been measured. Measured the
 * same, the value stays the same.
 */
export function useMeasured<Measured>(
  ref: RefObject<HTMLElement | null>,
  measure: (element: HTMLElement) => Measured,
  isSame: (one: Measured, other: Measured) => boolean,
): Measured | null {
  const [measured, setMeasured] = useState<Measured | null>(null)
  const look = useEffectEvent((element: HTMLElement) => {
    const next = measure(element)
    setMeasured((last) => (last !== null && isSame(last, next) ? last : next))
  })
  useLayoutEffect(() => {
    const element = ref.current
    if (element === null) return
    look(element)
    const observer = new ResizeObserver(() => look(element))
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref])
  return measured
}
