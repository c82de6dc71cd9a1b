import { useEffect, useEffectEvent, useLayoutEffect, useRef, type RefObject } from 'react'
import type { PersonId } from '../../shared/ids.ts'
import { MenuList, type MenuEntry } from '../ui/Menu.tsx'
import { Popover } from '../ui/Popover.tsx'
import { useLive } from './live-context.ts'
import { seatEntries } from './seat-entries.ts'
import { useSeatHand } from './seat-hand.ts'
import type { Seated } from './seated.ts'
import styles from './SeatMenu.module.css'

interface SeatMenuProps {
  readonly personId: PersonId
  readonly anchor: RefObject<HTMLButtonElement | null>
  readonly onClose: () => void
}

/** Marks and presence of one person, beside their seat. */
export function SeatMenu({ personId, anchor, onClose }: SeatMenuProps) {
  const { seated } = useLive()
  const person = seated.find((one) => one.personId === personId)
  if (person === undefined) return null
  return (
    <Popover
      isPadded={false}
      isOpen
      triggerRef={anchor}
      placement="right"
      aria-label={person.name}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
    >
      <Choices person={person} onClose={onClose} />
    </Popover>
  )
}

interface ChoicesProps {
  readonly person: Seated
  readonly onClose: () => void
}

/** Every entry that matters in the room has its letter: Shift and the seat's key, then the letter, make a mark. */
function Choices({ person, onClose }: ChoicesProps) {
  const live = useLive()
  const hand = useSeatHand()
  const box = useRef<HTMLDivElement>(null)
  const entries = seatEntries(person, live, hand, onClose)
  useLetters(entries)
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      box.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus()
    })
    return () => cancelAnimationFrame(frame)
  }, [])
  return (
    <div ref={box} role="presentation">
      <p className={styles['name']}>
        <bdi>{person.name}</bdi>
      </p>
      <MenuList label={`Marks and presence of ${person.name}`} entries={entries} />
    </div>
  )
}

// At the window, before all others: the second of two quick strokes can come before the menu has the focus, and the menu
// itself would look for an entry that begins with the letter.
function useLetters(entries: readonly MenuEntry[]): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.repeat) return
    const chosen = entries.find(({ keys }) => keys === event.key.toUpperCase())
    if (chosen === undefined) return
    event.preventDefault()
    event.stopPropagation()
    chosen.onChoose()
  })
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen, { capture: true })
    return () => window.removeEventListener('keydown', listen, { capture: true })
  }, [])
}
