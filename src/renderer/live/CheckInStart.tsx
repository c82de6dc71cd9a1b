import { proposedMeasures } from '../../shared/measures/measure.ts'
import { listed } from '../../shared/count.ts'
import { useAct, useRead } from '../app/api.ts'
import { failureWords } from '../app/failure-words.ts'
import { Button } from '../ui/Button.tsx'
import styles from './CheckInStrip.module.css'
import { useLive } from './live-context.ts'

/** The strip of a group that is asked nothing yet: what its type usually asks, with one press. */
export function CheckInStart({ onClose }: { readonly onClose: () => void }) {
  const { state } = useLive()
  const { act, failure } = useAct()
  const read = useRead('measures.read', {})
  const all = read.status === 'ready' ? read.value.measures : []
  const measures = proposedMeasures(state.groupType).flatMap((id) => all.find((one) => one.id === id) ?? [])
  const { groupId } = state
  if (groupId === null) return null
  const choose = () => act('measures.choose', { groupId, measureIds: measures.map(({ id }) => id) })
  return (
    <div className={styles['start']}>
      <p className={styles['startWords']}>
        {failure === null
          ? 'This group is asked no check-in numbers yet. More to choose from: Groups & members.'
          : failureWords(failure).happened}
      </p>
      <Button look="primary" className={styles['startButton'] ?? ''} onPress={() => void choose()}>
        Ask {listed(measures.map(({ name }) => name.toLowerCase()))}
      </Button>
      <Button look="plain" keys="C" className={styles['startButton'] ?? ''} onPress={onClose}>
        Not now
      </Button>
    </div>
  )
}
