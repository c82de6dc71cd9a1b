import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react'
import type { PersonId } from '../../shared/ids.ts'
import { MenuList } from '../ui/Menu.tsx'
import { Popover } from '../ui/Popover.tsx'
import { useLive } from './live-context.ts'
import { seatEntries } from './seat-entries.ts'
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

/** Every entry has its letter, so that M, a seat's key and a letter make a mark. */
function Choices({ person, onClose }: ChoicesProps) {
  const live = useLive()
  const box = useRef<HTMLDivElement>(null)
  const entries = seatEntries(person, live, onClose)
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      box.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus()
    })
    return () => cancelAnimationFrame(frame)
  }, [])

  function onLetter(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const chosen = entries.find(({ keys }) => keys === event.key.toUpperCase())
    if (chosen === undefined) return
    // The menu would look for an entry that begins with the letter.
    event.preventDefault()
    event.stopPropagation()
    chosen.onChoose()
  }

  return (
    <div ref={box} role="presentation" onKeyDownCapture={onLetter}>
      <p className={styles['name']}>
        <bdi>{person.name}</bdi>
      </p>
      <MenuList label={`Marks and presence of ${person.name}`} entries={entries} />
    </div>
  )
}
