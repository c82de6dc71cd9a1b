import { currentRound } from '../../shared/session/round.ts'
import { FloorBar } from './FloorBar.tsx'
import { useLive } from './live-context.ts'
import { RoundBar } from './RoundBar.tsx'

/** Who is heard: the round, else who has not been heard. */
export function RoomBar() {
  const { state } = useLive()
  return currentRound(state) === null ? <FloorBar /> : <RoundBar />
}
