import { Button } from '../../ui/Button.tsx'
import { Menu } from '../../ui/Menu.tsx'
import card from '../AgendaCard.module.css'
import { useLive } from '../live-context.ts'
import type { Proposal } from '../propose-trim.ts'

/** One of the two honest ways when trimming is not enough; the reason is plain, so that it is not asked for. */
export function LeaveOutMenu({ spareable }: Pick<Proposal, 'spareable'>) {
  const { act } = useLive()
  return (
    <Menu
      label="Leave a phase out, for want of time"
      trigger={<Button className={card['action'] ?? ''}>Leave out…</Button>}
      entries={spareable.map(({ phaseId, name, minutes }) => ({
        id: phaseId,
        name,
        hint: `wins ${minutes} min`,
        onChoose: () => act({ type: 'skip-phase', phaseId, reason: 'no-time' }),
      }))}
    />
  )
}
