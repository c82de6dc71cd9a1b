import { useEffect, useRef, type PointerEvent } from 'react'
import type { Place } from './seat-space.ts'

const longPressMs = 500
/** A hand that taps or holds is not quite still: a pointer that goes farther than this, in pixels, drags. */
const dragFrom = 8

interface SeatPress {
  readonly handlers: {
    readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void
    readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void
    readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void
    readonly onPointerCancel: () => void
  }
  /** Whether the press that ends in this click was no tap; asking forgets it. */
  readonly wasMore: () => boolean
}

interface SeatPressActs {
  readonly onLongPress: () => void
  /** How far the pointer is from where it went down. */
  readonly onDrag: (by: Place) => void
  readonly onDrop: (by: Place) => void
  readonly onCancel: () => void
}

interface Press {
  readonly start: Place
  readonly kind: 'tap' | 'long' | 'drag'
}

/** Tells a tap, a pointer held still for half a second, and a drag apart; holding can still become dragging. */
export function useSeatPress({ onLongPress, onDrag, onDrop, onCancel }: SeatPressActs): SeatPress {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const press = useRef<Press | null>(null)
  const more = useRef(false)
  useEffect(() => () => clearTimeout(timer.current), [])
  const become = (kind: Press['kind']) => {
    clearTimeout(timer.current)
    if (press.current === null) return
    press.current = { ...press.current, kind }
    more.current = true
  }
  const end = (whileDragging: () => void) => {
    clearTimeout(timer.current)
    if (press.current?.kind === 'drag') whileDragging()
    press.current = null
  }
  return {
    handlers: {
      onPointerDown: (event) => {
        more.current = false
        if (event.button !== 0 || !event.isPrimary) return
        // A quick pointer is beside the seat before it has moved for the second time.
        event.currentTarget.setPointerCapture(event.pointerId)
        press.current = { start: { x: event.clientX, y: event.clientY }, kind: 'tap' }
        timer.current = setTimeout(() => {
          become('long')
          onLongPress()
        }, longPressMs)
      },
      onPointerMove: (event) => {
        const by = wayFrom(press.current, event)
        // Whoever moves on after holding still wants to drag after all.
        if (Math.hypot(by.x, by.y) > dragFrom) become('drag')
        if (press.current?.kind === 'drag') onDrag(by)
      },
      onPointerUp: (event) => end(() => onDrop(wayFrom(press.current, event))),
      onPointerCancel: () => end(onCancel),
    },
    wasMore: () => {
      const was = more.current
      more.current = false
      return was
    },
  }
}

function wayFrom(press: Press | null, { clientX, clientY }: PointerEvent): Place {
  return press === null ? { x: 0, y: 0 } : { x: clientX - press.start.x, y: clientY - press.start.y }
}
