import { ChevronDown } from 'lucide-react'
import { Button } from 'react-aria-components'
import type { MeasureId } from '../../shared/ids.ts'
import type { Measure } from '../../shared/measures/measure.ts'
import { Menu } from '../ui/Menu.tsx'
import styles from './PhaseBands.module.css'

interface MeasureChoiceProps {
  readonly measures: readonly Measure[]
  readonly measureId: MeasureId
  readonly onMeasure: (measureId: MeasureId) => void
}

/** What the numbers before and behind the lines are about; a choice where several were asked. */
export function MeasureChoice({ measures, measureId, onMeasure }: MeasureChoiceProps) {
  const name = measures.find(({ id }) => id === measureId)?.name.toLocaleLowerCase() ?? ''
  const words = (
    <>
      <bdi className={styles['measureName']}>{name}</bdi>, start
    </>
  )
  if (measures.length < 2) return <span className={styles['measure']}>{words}</span>
  return (
    <Menu
      label="Numbers shown"
      trigger={
        <Button className={styles['measure'] ?? ''}>
          {words}
          <ChevronDown aria-hidden size={12} strokeWidth={2} />
        </Button>
      }
      entries={measures.map((measure) => ({
        id: measure.id,
        name: measure.name,
        onChoose: () => onMeasure(measure.id),
      }))}
    />
  )
}
