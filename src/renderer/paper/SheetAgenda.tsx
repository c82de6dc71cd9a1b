import { useState, type KeyboardEvent } from 'react'
import type { PhaseId } from '../../shared/ids.ts'
import type { PhaseProgress } from '../../shared/session/state.ts'
import { places, type ReadSheet } from './read-draft.ts'
import type { SheetDraft } from './sheet-draft.ts'
import type { ChangeDraft } from './use-entry.ts'
import styles from './PaperScreen.module.css'

interface SheetAgendaProps {
  readonly phases: readonly PhaseProgress[]
  readonly draft: SheetDraft
  readonly change: ChangeDraft
  readonly read: ReadSheet
}

/** Minutes of each phase. One stop of Tab for all of them; the arrow keys go from line to line. */
export function SheetAgenda({ phases, draft, change, read }: SheetAgendaProps) {
  const [currentId, setCurrentId] = useState<PhaseId | undefined>(phases[0]?.id)
  const type = (id: PhaseId, text: string) => {
    const digits = text.replaceAll(/\D/gu, '').slice(0, 3)
    // The first one typed settles what the others are, too: nothing changes under the eyes afterwards.
    change({ minutes: { ...read.minutes, ...draft.minutes, [id]: digits } })
  }
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const step = event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const next = phases[index + step]
    if (step === 0 || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    if (next !== undefined) document.getElementById(places.phase(next.id))?.focus()
  }
  return (
    <section aria-labelledby="paper-agenda" className={styles['agenda']}>
      <h2 id="paper-agenda" className={styles['label']}>
        Agenda <span className={styles['soft']}>plan</span> <span>took</span>
      </h2>
      <ol>
        {phases.map(({ id, name, plannedMinutes }, index) => (
          <li key={id} className={styles['phase']}>
            <label htmlFor={places.phase(id)}>{name}</label>
            <span className={styles['soft']}>{plannedMinutes}</span>
            <input
              id={places.phase(id)}
              className={styles['minutes']}
              aria-label={`Minutes of ${name}`}
              aria-invalid={read.problems.some(({ place }) => place === places.phase(id))}
              inputMode="numeric"
              autoComplete="off"
              placeholder="—"
              tabIndex={id === currentId ? 0 : -1}
              value={read.minutes[id] ?? ''}
              onChange={(event) => type(id, event.currentTarget.value)}
              onFocus={(event) => {
                setCurrentId(id)
                event.currentTarget.select()
              }}
              onKeyDown={(event) => onKeyDown(event, index)}
            />
          </li>
        ))}
      </ol>
      <p className={styles['sum']}>{sumWords(read)}</p>
    </section>
  )
}

function sumWords({ phaseMinutes, lengthMinutes }: ReadSheet): string {
  if (lengthMinutes === null) return `${phaseMinutes} min`
  const rest = lengthMinutes - phaseMinutes
  const beside = rest > 0 ? `, ${rest} in no phase` : rest < 0 ? `, ${-rest} too many` : ''
  return `${phaseMinutes} of ${lengthMinutes} min${beside}`
}
