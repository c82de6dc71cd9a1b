import { Bars } from '../plots/Bars.tsx'
import { Cutoffs } from '../plots/Cutoffs.tsx'
import { Line, Signs } from '../plots/Line.tsx'
import { Pairs } from '../plots/Pairs.tsx'
import { PlotRow } from '../plots/PlotRow.tsx'
import type { CheckInModel } from '../../shared/member-review/check-in-plot.ts'
import type { HoursModel } from '../../shared/member-review/hours-plot.ts'
import type { ScaleModel } from '../../shared/member-review/scale-plot.ts'

interface HoursRowProps {
  readonly model: HoursModel
  readonly countsBreaks: boolean
}

export function HoursRow({ model, countsBreaks }: HoursRowProps) {
  return (
    <PlotRow
      {...model}
      title="Hours attended"
      note={countsBreaks ? 'breaks counted' : 'breaks left out'}
      height={132}
      headroom={26}
    >
      <Cutoffs at={model.target === null ? [] : [model.target]} look="firm" />
      <Bars bars={model.bars} />
    </PlotRow>
  )
}

interface CheckInRowProps {
  readonly name: string
  readonly model: CheckInModel
  readonly onChoose: (key: string) => void
}

export function CheckInRow({ name, model, onChoose }: CheckInRowProps) {
  return (
    <PlotRow
      {...model}
      title={name}
      height={84}
      headroom={6}
      marks={checkInMarks}
      onChoose={onChoose}
      chooseWords="opens the session"
    >
      <Cutoffs at={checkInLines} />
      <Pairs pairs={model.pairs} />
    </PlotRow>
  )
}

const checkInMarks = [0, 10]
const checkInLines = [5, 10]

export function ScaleRow({ model }: { readonly model: ScaleModel }) {
  return (
    <PlotRow {...model} title={model.name} height={120} headroom={14} marks={model.cutOffs}>
      <Cutoffs at={model.cutOffs} />
      <Line points={model.points} />
      <Signs signs={model.flags} />
    </PlotRow>
  )
}
