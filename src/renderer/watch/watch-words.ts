import type { RoomView } from '../../shared/room/room-view.ts'
import { roomWords } from '../room/room-words.ts'

/** What stands in the ring of the locked screen: the room's own words, and the minutes as the facilitator counts them. */
export function watchWords(view: RoomView): { readonly title: string; readonly words: string } {
  const { title, words } = roomWords(view)
  const { stage, phase } = view
  return { title, words: stage === 'running' && phase !== null ? leftWords(phase.remainingSeconds) : words }
}

function leftWords(seconds: number): string {
  if (seconds === 0) return 'the time is up'
  return seconds <= 60 ? 'under a minute left' : `${Math.ceil(seconds / 60)} min left`
}
