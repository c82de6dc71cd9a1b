import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import card from '../AgendaCard.module.css'
import { useLive } from '../live-context.ts'
import type { ChangeView, LiveView } from '../use-live-view.ts'
import { extendSession, toggleAgenda } from './agenda-keys.ts'

interface OverfullCardProps {
  readonly view: LiveView
  readonly change: ChangeView
  /** By how much the agenda is longer than the session. */
  readonly overMinutes: number
  /** By how much it stays so, once every phase has given what it can; then the session cannot begin. */
  readonly missingMinutes: number
}

/** Before the start: an agenda that asks for more than the session has. */
export function OverfullCard({ view, change, overMinutes, missingMinutes }: OverfullCardProps) {
  const live = useLive()
  const desk = { live, view, change }
  const minutes = missingMinutes > 0 ? missingMinutes : overMinutes
  return (
    <section className={card['card']} aria-label="The agenda is too long">
      <output className={card['words']}>
        <strong>{overMinutes} min too many.</strong>{' '}
        {missingMinutes > 0
          ? `Trimming cannot be enough: ${missingMinutes} would be missing. Run longer, or leave a phase out.`
          : 'At the start the phases give them up; breaks and protected phases stay whole.'}
      </output>
      <div className={card['actions']}>
        <Button
          className={card['action'] ?? ''}
          aria-label={`Run ${minutes} minutes longer`}
          onPress={() => extendSession(desk, minutes)}
        >
          Run +{minutes}
        </Button>
        <Button
          look="plain"
          aria-keyshortcuts="Alt+E"
          className={classNames(card['action'], card['later'])}
          onPress={() => toggleAgenda(desk)}
        >
          Edit
        </Button>
      </div>
    </section>
  )
}
