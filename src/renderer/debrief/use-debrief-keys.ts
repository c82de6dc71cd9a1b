import { useEffect, useEffectEvent } from 'react'
import type { Desk } from './desk.ts'
import { memberOfFigure, neighbour } from './debrief-keys.ts'
import { focusText } from './field-name.ts'

interface DebriefKeys {
  readonly desk: Desk
  readonly onShared: () => void
  readonly onConceal: () => void
  /** Addresses a goal of the open note by its number, or no longer; null where there is none of that number. */
  readonly onGoal: (number: number) => number | null
}

export function useDebriefKeys(keys: DebriefKeys): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    // An open menu or dialog has the key first, and so has a script that is composed of several keys.
    if (event.defaultPrevented || event.isComposing) return
    if (event.key === 'Escape') return handled(event, keys.onConceal)
    if (keys.desk.isConcealed || event.metaKey || document.querySelector('[role="dialog"]') !== null) return
    const run = event.altKey ? altKey(event, keys) : controlKey(event, keys)
    if (run !== null) handled(event, run)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

function controlKey(event: KeyboardEvent, { desk, onShared }: DebriefKeys): (() => void) | null {
  if (!event.ctrlKey || event.altKey || event.shiftKey) return null
  if (event.key === 'Enter') return desk.openId === null ? null : desk.signing.sign
  if (event.key.toLowerCase() === 'g') return onShared
  const { members } = desk.facts
  const target =
    event.key === 'ArrowDown'
      ? neighbour(members, desk.openId, 1)
      : event.key === 'ArrowUp'
        ? neighbour(members, desk.openId, -1)
        : memberOfFigure(members, event.key)
  return target === null ? null : () => desk.open(target)
}

// By its place on the keyboard: with Alt held, the same key writes another character on some systems.
function altKey({ code, ctrlKey, shiftKey }: KeyboardEvent, keys: DebriefKeys): (() => void) | null {
  if (ctrlKey) return null
  const goal = /^Digit([1-9])$/u.exec(code)?.[1]
  if (goal !== undefined && !shiftKey) {
    return () => {
      const index = keys.onGoal(Number(goal))
      // Its field is there with the next drawing.
      if (index !== null) requestAnimationFrame(() => focusText({ field: 'progress', index }))
    }
  }
  const letter = /^Key([A-Z])$/u.exec(code)?.[1]?.toLowerCase()
  const remark = keys.desk.review.remarks.find((one) => one.letter === letter)
  if (remark === undefined) return null
  return () => (shiftKey ? keys.desk.review.meanSo(remark) : keys.desk.answer(remark))
}

function handled(event: KeyboardEvent, run: () => void): void {
  event.preventDefault()
  run()
}
