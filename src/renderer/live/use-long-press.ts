import { useEffect, useRef, type PointerEvent } from 'react'

const longPressMs = 500

interface LongPress {
  readonly handlers: {
    readonly onPointerDown: (event: PointerEvent) => void
    readonly onPointerUp: () => void
    readonly onPointerLeave: () => void
    readonly onPointerCancel: () => void
  }
  /** Whether the press that ends in this click was a long one; asking forgets it. */
  readonly wasLong: () => boolean
}

/** A pointer held still on an element for half a second. */
export function useLongPress(onLongPress: () => void): LongPress {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const long = useRef(false)
  const stop = () => clearTimeout(timer.current)
  useEffect(() => () => clearTimeout(timer.current), [])
  return {
    handlers: {
      onPointerDown: (event) => {
        long.current = false
        if (event.button !== 0) return
        timer.current = setTimeout(() => {
          long.current = true
          onLongPress()
        }, longPressMs)
      },
      onPointerUp: stop,
      onPointerLeave: stop,
      onPointerCancel: stop,
    },
    wasLong: () => {
      const was = long.current
      long.current = false
      return was
    },
  }
}
