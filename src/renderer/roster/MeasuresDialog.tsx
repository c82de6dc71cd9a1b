import type { MeasureId } from '../../shared/ids.ts'
import { groupTypeNames } from '../../shared/agenda/group-type.ts'
import {
  askedIn,
  maxAskedMeasures,
  proposedMeasures,
  type Measure,
  type Measures,
} from '../../shared/measures/measure.ts'
import type { Group } from '../../shared/roster/group.ts'
import { listed } from '../../shared/count.ts'
import { useAct } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { MeasureRow } from './MeasureRow.tsx'
import styles from './MeasuresDialog.module.css'
import { NewMeasure } from './NewMeasure.tsx'

interface MeasuresDialogProps {
  readonly group: Group
  readonly all: Measures
  readonly onClose: () => void
}

/** Which numbers from 0 to 10 a group is asked, at once as they are ticked; and the clinic's own ones. */
export function MeasuresDialog({ group, all, onClose }: MeasuresDialogProps) {
  const { act, failure } = useAct()
  // With retired ones, which are asked again when they come back.
  const chosen = all.asked.find(({ groupId }) => groupId === group.id)?.measureIds ?? []
  const asked = askedIn(all, group.id).map(({ id }) => id)
  const offered = all.measures.filter(({ isRetired }) => !isRetired)
  const retired = all.measures.filter(({ isRetired }) => isRetired)
  const choose = (measureIds: readonly MeasureId[]) =>
    void act('measures.choose', { groupId: group.id, measureIds: [...measureIds] })
  const toggle = ({ id }: Measure, isAsked: boolean) => choose(asksAfter(all, chosen, id, isAsked))
  return (
    <Dialog
      title="Check-in numbers"
      width="wide"
      isOpen
      onClose={onClose}
      actions={
        <Button look="primary" onPress={onClose}>
          Done
        </Button>
      }
    >
      <div className={styles['body']}>
        <p className={styles['words']}>
          Members of <bdi>{group.name}</bdi> give these a number from 0 to 10, at the start and at the end. C
          opens them in the session.
        </p>
        {asked.length === 0 ? <Proposal group={group} all={all} onChoose={choose} /> : null}
        <ul className={styles['list']} aria-label="Numbers to ask">
          {offered.map((measure) => (
            <MeasureRow
              key={measure.id}
              measure={measure}
              isAsked={asked.includes(measure.id)}
              isFull={chosen.length >= maxAskedMeasures}
              onToggle={(isAsked) => toggle(measure, isAsked)}
            />
          ))}
        </ul>
        <FailureNotice failure={failure} />
        <NewMeasure
          onAdded={(id) => {
            if (chosen.length < maxAskedMeasures) choose([...chosen, id])
          }}
        />
        {retired.length === 0 ? null : <Retired measures={retired} />}
      </div>
    </Dialog>
  )
}

// Everybody is asked in the clinic's own order, whatever was ticked first.
function asksAfter(
  { measures }: Measures,
  asked: readonly MeasureId[],
  id: MeasureId,
  isAsked: boolean,
): MeasureId[] {
  const wanted = new Set(isAsked ? [...asked, id] : asked.filter((one) => one !== id))
  return measures.map((measure) => measure.id).filter((one) => wanted.has(one))
}

interface ProposalProps {
  readonly group: Group
  readonly all: Measures
  readonly onChoose: (measureIds: readonly MeasureId[]) => void
}

function Proposal({ group, all, onChoose }: ProposalProps) {
  const ids = proposedMeasures(group.type)
  const names = ids.flatMap((id) => all.measures.find((one) => one.id === id)?.name.toLowerCase() ?? [])
  return (
    <div className={styles['proposal']}>
      <p>
        None yet. {groupTypeNames[group.type]} groups often ask <strong>{listed(names)}</strong>.
      </p>
      <Button size="small" onPress={() => onChoose(ids)}>
        Ask {listed(names)}
      </Button>
    </div>
  )
}

function Retired({ measures }: { readonly measures: readonly Measure[] }) {
  const { act } = useAct()
  return (
    <section aria-label="No longer asked" className={styles['retired']}>
      <h3 className={styles['heading']}>No longer asked</h3>
      <ul>
        {measures.map(({ id, name }) => (
          <li key={id} className={styles['row']}>
            <bdi className={styles['name']}>{name}</bdi>
            <Button
              size="small"
              look="plain"
              aria-label={`Use ${name} again`}
              onPress={() => void act('measures.retire', { measureId: id, isRetired: false })}
            >
              Use again
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
