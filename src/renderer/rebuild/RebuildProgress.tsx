import type { RebuildState } from '../../shared/ipc/rebuild-calls.ts'
import { Progress } from '../ui/Progress.tsx'
import { partDone } from './rebuild-words.ts'

export function RebuildProgress({
  state,
}: {
  readonly state: Exclude<RebuildState, { readonly stage: 'whole' }>
}) {
  const { doneCount, totalCount } = state
  return <Progress label="Sessions made anew" done={doneCount} total={totalCount} words={partDone(state)} />
}
