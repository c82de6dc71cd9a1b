import { describe, expect, test } from 'vitest'
import { keySheet } from '../../../src/renderer/live/key-sheet.ts'
import { liveKeys, readKey, type KeyPress } from '../../../src/renderer/live/live-keys.ts'
import { presenceActs } from '../../../src/renderer/live/seat-commands.ts'
import { seatPeople } from '../../../src/renderer/live/seated.ts'
import { markWords } from '../../../src/shared/session/mark-words.ts'
import { person, phase } from '../session/arbitraries.ts'
import { act, actAll, step } from '../session/run.ts'
import { actionsOf } from './desk.ts'
import { prepared, running } from './people.ts'

const seated = seatPeople(prepared.state, null, false)
const paused = actAll(running, [0, { type: 'pause', kind: 'pause' }])
/** The console was gone while it ran, and nobody has said what that was. */
const away = step(running, {
  command: { type: 'set-topic', topic: 'Evenings' },
  passMs: 20 * 60_000,
  wallJumpMs: 0,
  isNewRun: true,
})
const locked = actAll(
  running,
  [5 * 60_000, { type: 'run-out', phaseId: phase(0) }],
  [5 * 60_000, { type: 'come-back', awayMs: 8 * 60_000, passedMs: null, watchedMs: 8 * 60_000 }],
)
const marked = act(running, { type: 'mark', personId: person(2), mark: 'skill' })
const rest: KeyPress = {
  key: '',
  code: '',
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  isTyping: false,
  isInEmptyNote: false,
}

/** The press that a keyboard sends for keys as the sheet draws them. */
function pressOf(keys: string | readonly string[]): KeyPress {
  const all = typeof keys === 'string' ? [keys] : keys
  const key = all.at(-1) ?? ''
  const code = /^\d$/.test(key) ? `Digit${key}` : /^[A-Z]$/.test(key) ? `Key${key}` : key
  return {
    ...rest,
    key: key === 'Esc' ? 'Escape' : key,
    code,
    altKey: all.includes('Alt'),
    ctrlKey: all.includes('Ctrl'),
    shiftKey: all.includes('Shift'),
  }
}

const rows = keySheet().flatMap(({ title, rows: some }) => some.map((row) => ({ title, ...row })))
const fromMap = rows.filter(({ does }) => liveKeys.some((one) => one.does === does))
const besides = rows.filter((row) => !fromMap.includes(row))

describe('the sheet of keys', () => {
  test('shows every key that Live reads, once', () => {
    expect(fromMap.map(({ does }) => does).toSorted()).toEqual(liveKeys.map(({ does }) => does).toSorted())
    expect(new Set(liveKeys.map(({ press }) => press)).size).toBe(liveKeys.length)
    expect(new Set(rows.map(({ does }) => does)).size).toBe(rows.length)
  })

  test.each(
    fromMap.map(({ keys, does }) => [typeof keys === 'string' ? keys : keys.join(' '), does, keys] as const),
  )('%s does what it says: %s', (_, does, keys) => {
    const row = liveKeys.find((one) => one.does === does)
    expect(readKey(pressOf(keys), seated)).toEqual(row?.act)
  })

  test('what it shows besides belongs to a seat, a menu, a field or the whole console', () => {
    const read = (keys: string | readonly string[]) => readKey(pressOf(keys), seated)?.type ?? null
    const seats = besides.filter(({ title }) => title === 'Seats').map(({ keys }) => read(keys))
    // Ranges stand for their first key.
    expect(seats.filter((type) => type !== null)).toEqual(['seat-menu'])
    expect(['1', '0', 'Q', 'F', 'J'].map((key) => readKey({ ...rest, key }, seated)?.type ?? null)).toEqual([
      'seat',
      null,
      null,
      'seat',
      null,
    ])
    expect(readKey({ ...rest, key: 'Escape', isTyping: true, isInEmptyNote: true }, seated)).toEqual({
      type: 'leave-note',
    })
    expect(read(['Ctrl', 'L'])).toBeNull()
    expect(read(['Shift', 'Esc'])).toBeNull()
    expect(besides.map(({ title }) => title).filter((title) => title === 'Agenda')).toEqual([])
  })

  test('shows every letter that a seat’s menu has', () => {
    const ofMenus = new Set(
      besides.filter(({ title }) => title.endsWith('in a seat’s menu')).map(({ keys }) => keys),
    )
    const newcomer = { role: 'member', hasAgreed: false } as const
    const stages = ['prepared', 'running', 'ended'] as const
    const presences = [
      'expected',
      'present',
      'delayed',
      'out',
      'left',
      'excused',
      'absent',
      'substituted',
    ] as const
    const letters = stages.flatMap((stage) =>
      presences.flatMap((presence) =>
        presenceActs(stage, { ...newcomer, presence }).map(({ letter }) => letter),
      ),
    )
    for (const letter of [...letters, ...markWords.map((mark) => mark.letter), 'T', 'M'])
      expect(ofMenus).toContain(letter)
  })

  test('no key that does something is a seat’s too', () => {
    const taken = liveKeys.map(({ press }) => press)
    for (const { key } of seated) expect(taken).not.toContain(key)
  })

  test('one hand is enough: what is held down with another key is also in the palette, which a single key opens', () => {
    expect(readKey({ ...rest, key: ',', code: 'Comma' }, seated)).toEqual({ type: 'palette' })
    const held = liveKeys.filter(({ press }) => press.includes('+') && press !== '+')
    const named = [...actionsOf(paused), ...actionsOf(away), ...actionsOf(locked), ...actionsOf(marked)].map(
      ({ id }) => id,
    )
    for (const { act: does } of held) {
      if (does.type !== 'palette') expect(named).toContain(JSON.stringify(does))
    }
  })
})
