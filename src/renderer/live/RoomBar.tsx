import { currentRound } from '../../shared/session/round.ts'
import { FloorBar } from './FloorBar.tsx'
import { useAdvanced, useLive } from './live-context.ts'
import { sampleShown } from './room-keys.ts'
import { RoundBar } from './RoundBar.tsx'
import { SampleQuestion } from './SampleQuestion.tsx'

/** Who is heard: a question about it, when there is one, else the round, else who has not been heard. */
export function RoomBar() {
  const { state: latest } = useLive()
  const asked = sampleShown(useAdvanced(5_000))
  if (asked !== null) return <SampleQuestion asked={asked} />
  return currentRound(latest) === null ? <FloorBar /> : <RoundBar />
}
