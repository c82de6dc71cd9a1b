import { useAct } from '../app/api.ts'
import type { Place } from '../app/navigation.tsx'
import { Button } from '../ui/Button.tsx'
import { partDone } from './rebuild-words.ts'
import { RebuildProgress } from './RebuildProgress.tsx'
import styles from './Rebuild.module.css'
import { useRebuildPushes, useRebuildState } from './use-rebuild.ts'

/** The places that show what stands in the tables. */
const places: ReadonlySet<Place['name']> = new Set(['today', 'sessions', 'session', 'member', 'groups'])

/** One calm line above lists that may not be whole yet. */
export function RebuildLine({ place }: { readonly place: Place['name'] }) {
  useRebuildPushes()
  const state = useRebuildState()
  const { act, isBusy } = useAct()
  if (state === null || state.stage === 'whole' || !places.has(place)) return null
  const isRunning = state.stage === 'running'
  return (
    <div className={styles['line']}>
      <p>
        {isRunning ? 'Lists are being made anew from the session logs' : 'Lists are not made anew yet'}:{' '}
        {partDone(state)}. Until then they may be incomplete.
      </p>
      <RebuildProgress state={state} />
      {isRunning ? null : (
        <Button size="small" isDisabled={isBusy} onPress={() => void act('review.rebuild', {})}>
          Go on
        </Button>
      )}
    </div>
  )
}
