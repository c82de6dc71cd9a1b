import {
  CalendarDays,
  House,
  ListOrdered,
  Lock,
  Settings2,
  ShieldCheck,
  UsersRound,
  type LucideIcon,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { ReviewingAs } from '../reviewer/ReviewingAs.tsx'
import { useRole } from '../reviewer/role.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { Ring } from '../ui/Ring.tsx'
import styles from './Frame.module.css'
import { useLock } from './lock.ts'
import { usePlace, type Place } from './navigation.tsx'
import { ThemeChoice } from './ThemeChoice.tsx'

type Entry = { readonly place: Place; readonly name: string; readonly icon: LucideIcon }

const entries: readonly Entry[] = [
  { place: { name: 'today' }, name: 'Today', icon: House },
  { place: { name: 'sessions' }, name: 'Sessions', icon: CalendarDays },
  { place: { name: 'groups' }, name: 'Groups & members', icon: UsersRound },
  { place: { name: 'agendas' }, name: 'Agendas', icon: ListOrdered },
  { place: { name: 'vault' }, name: 'Vault & privacy', icon: ShieldCheck },
  { place: { name: 'settings' }, name: 'Settings', icon: Settings2 },
]

const reviewedPlaces: ReadonlySet<Place['name']> = new Set(['today', 'sessions', 'groups', 'vault'])

/** The way around: where one is, where one can go, and the lock. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const { place, go } = usePlace()
  const lock = useLock()
  const isReviewing = useRole() === 'reviewer'
  const shown = isReviewing ? entries.filter((entry) => reviewedPlaces.has(entry.place.name)) : entries
  return (
    <div className={styles['frame']}>
      <nav className={styles['nav']} aria-label="Console">
        <p className={styles['mark']}>
          <Ring /> Circlekeeper
        </p>
        {isReviewing ? <ReviewingAs /> : null}
        <ul className={styles['places']}>
          {shown.map(({ place: target, name, icon: Icon }) => (
            <li key={target.name}>
              <Button
                className={styles['entry'] ?? ''}
                aria-current={target.name === homeOf(place) ? 'page' : 'false'}
                onPress={() => go(target)}
              >
                <Icon aria-hidden size={17} strokeWidth={1.75} />
                {name}
              </Button>
            </li>
          ))}
        </ul>
        <div className={styles['foot']}>
          <ThemeChoice />
          <Button className={styles['entry'] ?? ''} aria-keyshortcuts="Control+L" onPress={lock}>
            <Lock aria-hidden size={17} strokeWidth={1.75} />
            Lock
            <Kbd keys="Ctrl L" />
          </Button>
        </div>
      </nav>
      <main key={place.name} ref={beginAt} tabIndex={-1} className={styles['main']}>
        {children}
      </main>
    </div>
  )
}

/** The entry under which a place is found. */
function homeOf({ name }: Place): Place['name'] {
  switch (name) {
    case 'disclosures':
    case 'access':
    case 'privacy':
    case 'keeping':
    case 'keys':
      return 'vault'
    case 'session':
    case 'debrief':
    case 'private-search':
      return 'sessions'
    case 'member':
    case 'import':
      return 'groups'
    default:
      return name
  }
}

// A new page begins at its top, for the eyes and for the keyboard.
function beginAt(main: HTMLElement | null): void {
  main?.focus({ preventScroll: true })
}
