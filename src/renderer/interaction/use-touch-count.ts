import { useEffect, useEffectEvent, useLayoutEffect, useState } from 'react'
import type { SessionId } from '../../shared/ids.ts'
import type { Touches } from '../../shared/ipc/interaction-calls.ts'
import type { SessionState } from '../../shared/session/state.ts'
import { call } from '../app/api.ts'
import { readNow } from '../app/core-clock.ts'
import { useSaveBeforeLock } from '../app/lock.ts'
import { addTouch, momentOfTouch, touchOfKey, type TouchKind } from './count-touch.ts'

/** A crash loses no more than the touches of so long. */
const sendAfterMs = 4_000
/** As many minutes as one call takes. Were the core away for longer, the oldest would wait no more. */
const mostWaiting = 200

// A box in which an action is looked for holds no words of anybody's.
const words = 'textarea, [contenteditable="true"], input:not([type="radio"], [type="checkbox"], [data-finds])'

interface TouchCount {
  readonly count: (state: SessionState, kind: TouchKind) => void
  /** Sends what waits; a lock may follow. */
  readonly sendBeforeLock: () => Promise<void>
  /** Sends what waits, unless the vault has just been locked: one last touch is not worth a refused call. */
  readonly sendOnLeaving: () => void
}

/** Counting is an addition; the core is told later, a few touches at once, when nothing else is on its way. */
function createTouchCount(sessionId: SessionId): TouchCount {
  let waiting: readonly Touches[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let sending = Promise.resolve()
  let mayBeLocked = false

  async function sendNow(): Promise<void> {
    const touches = waiting
    if (touches.length === 0) return
    waiting = []
    const answer = await call('interaction.add', { sessionId, touches: [...touches] })
    // They go with the next ones: nobody is to be disturbed for a count.
    if (!answer.ok) waiting = [...touches, ...waiting].slice(-mostWaiting)
  }

  function send(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    sending = sending.then(sendNow)
    return sending
  }

  return {
    count(state, kind) {
      waiting = addTouch(waiting, momentOfTouch(state, readNow()), kind)
      timer ??= setTimeout(() => {
        mayBeLocked = false
        void send()
      }, sendAfterMs)
    },
    sendBeforeLock() {
      mayBeLocked = true
      return send()
    },
    sendOnLeaving() {
      clearTimeout(timer)
      if (!mayBeLocked) void send()
    },
  }
}

/** Counts the keys and clicks on this screen, for the person who presses them. */
export function useTouchCount(sessionId: SessionId, state: SessionState): void {
  const [{ count, sendBeforeLock, sendOnLeaving }] = useState(() => createTouchCount(sessionId))
  const countNow = useEffectEvent((kind: TouchKind) => count(state, kind))
  useSaveBeforeLock(sendBeforeLock)
  // Before the next screen asks for the counts.
  useLayoutEffect(() => sendOnLeaving, [sendOnLeaving])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // Lists that are searched are told of a key a second time, by the field that it was pressed in.
      if (!event.isTrusted) return
      const isInWords = event.target instanceof Element && event.target.matches(words)
      const { key, repeat, isComposing, altKey, ctrlKey, metaKey } = event
      const kind = touchOfKey({ key, repeat, isComposing, altKey, ctrlKey, metaKey, isInWords })
      if (kind !== null) countNow(kind)
    }
    const onPointer = () => countNow('clicks')
    const options = { capture: true, passive: true }
    window.addEventListener('keydown', onKey, options)
    window.addEventListener('pointerdown', onPointer, options)
    return () => {
      window.removeEventListener('keydown', onKey, options)
      window.removeEventListener('pointerdown', onPointer, options)
    }
  }, [])
}
