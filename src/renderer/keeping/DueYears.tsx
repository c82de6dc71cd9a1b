import { useMemo } from 'react'
import { Bars } from '../plots/Bars.tsx'
import { PlotRow } from '../plots/PlotRow.tsx'
import { Plots } from '../plots/Plots.tsx'
import { axisOf, dueModel, dueYears } from './due-years.ts'
import type { KeptLists } from './kept-lists.ts'

interface DueYearsProps {
  readonly lists: KeptLists
  readonly today: string
  readonly onChoose: (key: string) => void
}

/** When how many charts fell and fall due; nothing where none has a date. */
export function DueYears({ lists, today, onChoose }: DueYearsProps) {
  const years = useMemo(() => dueYears(lists, today), [lists, today])
  const axis = useMemo(() => axisOf(years, today), [years, today])
  if (years.every(({ pastCount, laterCount }) => pastCount + laterCount === 0)) return null
  return (
    <Plots axisName="" weeks={axis}>
      <PlotRow
        {...dueModel(years)}
        title="Charts fall due"
        note="of those no longer in care"
        height={72}
        headroom={18}
        onChoose={onChoose}
        chooseWords="shows them"
      >
        <Bars bars={dueModel(years).bars} />
      </PlotRow>
    </Plots>
  )
}
