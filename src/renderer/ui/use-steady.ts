import { useLayoutEffect, useRef, useState } from 'react'

/**
 * The same function for as long as the component is there; called, it does what the newest one would. For what is drawn
 * again only when one of its properties changes. Not to be called while drawing.
 */
export function useSteady<Args extends readonly unknown[], Value>(
  act: (...args: Args) => Value,
): (...args: Args) => Value {
  const newest = useRef(act)
  useLayoutEffect(() => {
    newest.current = act
  })
  const [steady] = useState(
    () =>
      (...args: Args) =>
        newest.current(...args),
  )
  return steady
}
