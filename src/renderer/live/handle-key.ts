import { advance } from '../../shared/session/advance.ts'
import { readNow } from '../app/core-clock.ts'
import type { Live } from './live-context.ts'
import type { KeyAct } from './live-keys.ts'
import { openProposal, trimCommand } from './propose-trim.ts'
import type { ChangeView, LiveView } from './use-live-view.ts'

interface Desk {
  readonly live: Live
  readonly view: LiveView
  readonly change: ChangeView
  readonly run: () => void
  /** Back from a note to the seat that was chosen last. */
  readonly goToCircle: () => void
}

/** Does what a key asks for. */
export function handleKey(key: KeyAct, desk: Desk): void {
  const { live, view, change } = desk
  if (view.isNoteWanted && key.type !== 'conceal') return
  switch (key.type) {
    case 'seat':
      if (view.isChoosingMark) live.openMenu(key.personId)
      else live.tapSeat(key.personId)
      return
    case 'mark':
      return change({ isChoosingMark: !view.isChoosingMark, hint: null })
    case 'conceal':
      return change({ isConcealed: !view.isConcealed, isChoosingMark: false, menuId: null, sheet: null })
    case 'leave-note':
      return desk.goToCircle()
    case 'keys':
      return change({ sheet: 'keys' })
    case 'add':
      return change(live.state.stage === 'ended' ? { hint: 'The session is closed.' } : { sheet: 'add' })
    case 'note':
      return write(desk, view.side)
    case 'private-note':
      return write(desk, view.side === 'private' ? 'record' : 'private')
    case 'next':
      return live.state.stage === 'paused' ? live.act({ type: 'next-phase' }) : desk.run()
    case 'trim':
      return acceptTrim(desk)
    default:
      return simple(key, desk)
  }
}

function simple(
  key: Extract<KeyAct, { type: 'back' | 'pause' | 'everyone' | 'undo' | 'extend' }>,
  { live, change }: Desk,
): void {
  switch (key.type) {
    case 'back':
      return live.act({ type: 'previous-phase' })
    case 'pause':
      return live.act(({ stage }) =>
        stage === 'paused' ? { type: 'resume' } : { type: 'pause', kind: 'pause' },
      )
    case 'undo':
      return live.act({ type: 'undo' })
    case 'extend':
      return live.act({ type: 'extend-phase', minutes: key.minutes })
    case 'everyone': {
      const isWaiting = live.state.people.some(
        ({ presence }) => presence === 'expected' || presence === 'delayed',
      )
      if (isWaiting) live.act({ type: 'arrive-all' })
      else change({ hint: 'Nobody is expected any more.' })
    }
  }
}

function write({ view, change }: Desk, side: LiveView['side']): void {
  if (view.isConcealed) return change({ hint: 'Notes are concealed. Press Esc to see them.' })
  change({ side, isNoteWanted: true })
}

function acceptTrim({ live, view }: Desk): void {
  const now = readNow()
  if (now === null) return
  const proposal = openProposal(advance(live.state, now), view.trimDismissedAt)
  if (proposal !== null) live.act(trimCommand(proposal))
}
