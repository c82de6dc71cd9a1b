import { addSomeone } from './add-someone.ts'
import { acceptMinutes, extendSession, toggleAgenda } from './agenda/agenda-keys.ts'
import { judgeGap } from './gap-answers.ts'
import type { Live } from './live-context.ts'
import type { KeyAct } from './live-keys.ts'
import { beginNote, markMoment } from './mark-note.ts'
import { passOn, toggleCheckIn } from './room-keys.ts'
import type { ChangeView, LiveView } from './use-live-view.ts'

export interface Desk {
  readonly live: Live
  readonly view: LiveView
  readonly change: ChangeView
  readonly run: () => void
  /** Back from a note to the seat that was chosen last. */
  readonly goToCircle: () => void
  /** Takes every name off the screen, or asks for what brings them back. */
  readonly toggleConceal: () => void
  /** Opens the room display, or closes it. */
  readonly toggleRoom: () => void
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
    case 'seat-menu':
      return live.openMenu(key.personId)
    case 'pass-on':
      return passOn(desk)
    case 'check-in':
      return toggleCheckIn(desk)
    case 'palette':
      return change({ sheet: 'palette' })
    case 'arcs':
      return change({ showsArcs: !view.showsArcs })
    case 'mark':
      return change({ isChoosingMark: !view.isChoosingMark, hint: null })
    case 'conceal':
      return desk.toggleConceal()
    case 'room':
      return desk.toggleRoom()
    case 'leave-note':
      return desk.goToCircle()
    case 'keys':
      return change({ sheet: 'keys' })
    case 'add':
      return addSomeone(desk)
    case 'note':
      return write(desk, view.side)
    case 'private-note':
      return write(desk, view.side === 'private' ? 'record' : 'private')
    case 'next':
      return live.state.stage === 'paused' ? live.act({ type: 'next-phase' }) : desk.run()
    case 'trim':
      return acceptMinutes(desk)
    case 'edit-agenda':
      return toggleAgenda(desk)
    case 'judge-gap':
      return judgeGap(desk, key.verdict)
    case 'end-later':
      return extendSession(desk, key.minutes)
    default:
      return simple(key, desk)
  }
}

function simple(
  key: Extract<
    KeyAct,
    { type: 'back' | 'pause' | 'break' | 'everyone' | 'undo' | 'extend' | 'safety' | 'mark-note' }
  >,
  desk: Desk,
): void {
  const { live, change } = desk
  switch (key.type) {
    case 'back':
      return live.act({ type: 'previous-phase' })
    case 'pause':
      return live.act(({ stage }) =>
        stage === 'paused' ? { type: 'resume' } : { type: 'pause', kind: 'pause' },
      )
    case 'break':
      return toggleBreak(desk)
    case 'undo':
      return live.act({ type: 'undo' })
    case 'safety':
      return change({ sheet: 'safety' })
    case 'mark-note':
      return writeAboutMark(desk)
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

/** A pause of another kind is not turned into a break: what it was stays in the log. */
function toggleBreak({ live, change }: Desk): void {
  if (live.state.pauseKind === 'pause') return change({ hint: 'The session is paused. P goes on.' })
  live.act(({ stage }) => (stage === 'paused' ? { type: 'resume' } : { type: 'pause', kind: 'break' }))
}

function write({ view, change }: Desk, side: LiveView['side']): void {
  if (view.isConcealed) return change({ hint: 'Notes are concealed. Press Esc to see them.' })
  change({ side, isNoteWanted: true })
}

/** Words come after marks: the note begins with who and what, and is written on from there. */
function writeAboutMark(desk: Desk): void {
  const { live, view, change } = desk
  const mark = live.state.marks.at(-1)
  if (mark === undefined) return change({ hint: 'No mark was made yet.' })
  if (!view.isConcealed) {
    const record = beginNote(view.drafts.record, markMoment(mark, live.seated, live.zone))
    change({ drafts: { ...view.drafts, record } })
  }
  write(desk, 'record')
}
