import { useEffect, useEffectEvent, useRef } from 'react'
import type { PersonId } from '../../shared/ids.ts'
import type { OpenSample } from '../../shared/session/sampling.ts'
import { isFacilitator } from '../../shared/session/vocabulary.ts'
import { Button } from '../ui/Button.tsx'
import { useLive } from './live-context.ts'
import { closeSampleCommand } from './room-keys.ts'
import styles from './SampleQuestion.module.css'
import type { Seated } from './seated.ts'
import { useSize } from './use-size.ts'

/** The question of the sampling mode: one key a name, as on the seats, and Enter when nobody else was heard. */
export function SampleQuestion({ asked }: { readonly asked: OpenSample }) {
  const { act, seated } = useLive()
  const close = () => act(closeSampleCommand)
  useEnter(close)
  const bar = useRef<HTMLDivElement>(null)
  const width = useSize(bar)?.width ?? 0
  const people = seated.filter(
    ({ progress }) => progress.presence === 'present' && !isFacilitator(progress.role),
  )
  const each = (width - besideNames) / Math.max(1, people.length)
  const isShort = people.some(({ name }) => name.length * 7.5 + 10 > each)
  return (
    <div ref={bar} className={styles['bar']}>
      <output className={styles['words']}>Who has been heard in the last five minutes?</output>
      <ul className={styles['names']} aria-label="Who has been heard">
        {people.map((person) => (
          <Name
            key={person.personId}
            person={person}
            isShort={isShort}
            isHeard={asked.heardIds.includes(person.personId)}
          />
        ))}
      </ul>
      <Button keys="Enter" aria-keyshortcuts="Enter" className={styles['close'] ?? ''} onPress={close}>
        <span className={styles['nobody']}>{asked.heardIds.length === 0 ? 'nobody' : 'nobody else'}</span>
      </Button>
    </div>
  )
}

/** What the question and its last answer take. */
const besideNames = 260

interface NameProps {
  readonly person: Seated
  /** Initials: the seats above have the names. */
  readonly isShort: boolean
  readonly isHeard: boolean
}

function Name({ person, isShort, isHeard }: NameProps) {
  const { tapSeat } = useLive()
  const toggle = (personId: PersonId) => tapSeat(personId)
  return (
    <li>
      <button
        type="button"
        className={styles['name']}
        aria-pressed={isHeard}
        aria-label={`${person.name} has been heard`}
        title={person.name}
        onClick={() => toggle(person.personId)}
      >
        {person.key === null ? null : (
          <kbd aria-hidden className={styles['key']}>
            {person.key}
          </kbd>
        )}
        <bdi>{isShort ? person.initials : person.name}</bdi>
      </button>
    </li>
  )
}

const elsewhere = 'input, textarea, select, a, [role="dialog"], [role="menu"], [role="listbox"]'

// A seat that was clicked keeps the focus, and Enter there would be a click; any other button keeps its Enter.
function useEnter(onEnter: () => void): void {
  const listen = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    if (event.repeat || event.defaultPrevented) return
    const target = event.target instanceof Element ? event.target : null
    const isSeat = target?.closest('[data-kind]') != null
    if (target?.closest(elsewhere) != null || (!isSeat && target?.closest('button') != null)) return
    event.preventDefault()
    onEnter()
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => listen(event)
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [])
}
