import { describe, expect, test } from 'vitest'
import { readKey, type KeyPress } from '../../../src/renderer/live/live-keys.ts'
import { facilitatorKey, memberKey } from '../../../src/renderer/live/seat-keys.ts'
import { seatPeople } from '../../../src/renderer/live/seated.ts'
import { person } from '../session/arbitraries.ts'
import { startRun } from '../session/run.ts'

const seated = seatPeople(startRun().state, null, false)

function press(key: string, more: Partial<KeyPress> = {}) {
  return readKey(
    {
      key,
      code: '',
      altKey: false,
      ctrlKey: false,
      metaKey: false,
      shiftKey: false,
      isTyping: false,
      isInEmptyNote: false,
      ...more,
    },
    seated,
  )
}

describe('keys of seats', () => {
  const keys = [
    ...Array.from({ length: 24 }, (_, index) => memberKey(index)),
    ...Array.from({ length: 4 }, (_, index) => facilitatorKey(index)),
  ]

  test('24 members and 4 facilitators each have one of their own', () => {
    expect(keys).not.toContain(null)
    expect(new Set(keys).size).toBe(28)
    expect(memberKey(24)).toBeNull()
  })

  test.each(['N', 'B', 'P', 'M', 'A', 'Z', '+', '/', '?', 'C', 'R'])('%s is nobody’s seat', (key) => {
    expect(keys).not.toContain(key)
  })

  test('the number gives the seat, and so does the place of the key where digits need Shift', () => {
    expect(press('1')).toEqual({ type: 'seat', personId: person(2) })
    expect(press('&', { code: 'Digit1' })).toEqual({ type: 'seat', personId: person(2) })
    expect(press('f')).toEqual({ type: 'seat', personId: person(0) })
    expect(press('9')).toBeNull()
  })
})

describe('single keys', () => {
  test.each([
    ['n', 'next'],
    ['N', 'next'],
    ['b', 'back'],
    ['p', 'pause'],
    ['m', 'mark'],
    ['a', 'everyone'],
    ['+', 'add'],
    ['/', 'note'],
    ['?', 'keys'],
    ['z', 'undo'],
  ])('%s is %s', (key, type) => {
    expect(press(key)).toEqual({ type })
  })

  test('P pauses, and with Shift it begins a break or ends one', () => {
    expect(press('P', { code: 'KeyP', shiftKey: true })).toEqual({ type: 'break' })
    // With the capitals locked the letter comes small.
    expect(press('p', { code: 'KeyP', shiftKey: true })).toEqual({ type: 'break' })
    expect(press('P', { code: 'KeyP' })).toEqual({ type: 'pause' })
    expect(press('P', { code: 'KeyP', shiftKey: true, isTyping: true })).toBeNull()
    expect(press('N', { code: 'KeyN', shiftKey: true })).toEqual({ type: 'next' })
  })

  test('rest while someone types, but Escape conceals from everywhere', () => {
    for (const key of ['n', '1', 'z', '/', '?', '+']) expect(press(key, { isTyping: true })).toBeNull()
    expect(press('Escape', { isTyping: true })).toEqual({ type: 'conceal' })
  })

  test('Escape leads from an empty note back to the circle, and hides a note with words in it', () => {
    expect(press('Escape', { isTyping: true, isInEmptyNote: true })).toEqual({ type: 'leave-note' })
    expect(press('Escape', { isTyping: true })).toEqual({ type: 'conceal' })
  })

  test('Escape with Shift is none of Live’s: it may conceal and must never ask to reveal', () => {
    for (const isTyping of [false, true])
      expect(press('Escape', { shiftKey: true, isTyping, isInEmptyNote: isTyping })).toBeNull()
  })

  test('a slash that is typed with Shift and a digit is a note and no seat', () => {
    expect(press('/', { code: 'Digit7' })).toEqual({ type: 'note' })
  })
})

describe('keys pressed together', () => {
  test('Ctrl or Cmd with Z undoes outside of text fields alone', () => {
    expect(press('z', { ctrlKey: true })).toEqual({ type: 'undo' })
    expect(press('z', { metaKey: true })).toEqual({ type: 'undo' })
    expect(press('z', { ctrlKey: true, isTyping: true })).toBeNull()
    expect(press('n', { ctrlKey: true })).toBeNull()
  })

  test('Alt works in text fields too and goes by the place of the key', () => {
    expect(press('Enter', { altKey: true, isTyping: true })).toEqual({ type: 'trim' })
    expect(press('π', { altKey: true, code: 'KeyP', isTyping: true })).toEqual({ type: 'private-note' })
    expect(press('™', { altKey: true, code: 'Digit2' })).toEqual({ type: 'extend', minutes: 2 })
    expect(press('5', { altKey: true, code: 'Digit5' })).toEqual({ type: 'extend', minutes: 5 })
    expect(press('´', { altKey: true, code: 'KeyE', isTyping: true })).toEqual({ type: 'edit-agenda' })
    expect(press('¬', { altKey: true, code: 'KeyL' })).toEqual({ type: 'end-later', minutes: 5 })
    expect(press('1', { altKey: true, code: 'Digit1' })).toBeNull()
    // AltGr comes as Ctrl and Alt and types characters.
    expect(press('@', { altKey: true, ctrlKey: true, code: 'KeyP' })).toBeNull()
  })
})
