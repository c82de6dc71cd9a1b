import { useMemo, useState } from 'react'
import { personIdSchema } from '../../shared/ids.ts'
import type { KeptChart, RetentionReport } from '../../shared/ipc/retention-calls.ts'
import { usePlace } from '../app/navigation.tsx'
import { dayWords } from '../roster/day-words.ts'
import { EraseDialog } from './EraseDialog.tsx'
import type { ChartListId } from './kept-lists.ts'
import type { GridLine } from './KeptGrid.tsx'
import { ListPanel } from './ListPanel.tsx'
import { OfAgeDialog } from './OfAgeDialog.tsx'
import { chartHeads, panelWords } from './panel-words.ts'

interface ChartPanelProps {
  readonly listId: ChartListId
  readonly charts: readonly KeptChart[]
  readonly from: number
  readonly report: RetentionReport
}

/** One list of charts. Those that may go are chosen; of the others, one is opened. */
export function ChartPanel({ listId, charts, from, report: { today, rules } }: ChartPanelProps) {
  const { go } = usePlace()
  const [aged, setAged] = useState<KeptChart | null>(null)
  const lines = useMemo(() => charts.map((chart) => lineOf(chart, listId, today)), [charts, listId, today])
  const open = ({ id }: GridLine) => {
    const chart = charts.find(({ personId }) => personId === id)
    if (chart === undefined) return
    if (listId === 'age-unknown') setAged(chart)
    else go({ name: 'member', personId: chart.personId })
  }
  return (
    <>
      <ListPanel
        {...panelWords(rules)[listId]}
        heads={chartHeads[listId]}
        lines={lines}
        choosesLines={mayGo(listId)}
        from={from}
        onOpen={open}
        openWords={listId === 'age-unknown' ? 'Enter the age of' : 'Open the page of'}
        word="chart"
        actWords={{ none: 'Erase …', some: (charted) => `Erase ${charted} …` }}
        renderDialog={(chosen, onClose) => (
          <EraseDialog personIds={chosen.map((id) => personIdSchema.parse(id))} onClose={onClose} />
        )}
      />
      {aged === null ? null : <OfAgeDialog chart={aged} onClose={() => setAged(null)} />}
    </>
  )
}

function mayGo(listId: ChartListId): boolean {
  return listId === 'past' || listId === 'never-came'
}

function lineOf(chart: KeptChart, listId: ChartListId, today: string): GridLine {
  const { personId, name, chartId, lastContactOn, keptUntil, sessionCount, isHeld } = chart
  const day = (of: string | null) => (of === null ? '' : dayWords(of, today))
  const cells = [day(lastContactOn), day(keptUntil), String(sessionCount)]
  return {
    id: personId,
    name,
    hint: chartId,
    mayBeChosen: mayGo(listId),
    sign: isHeld && listId !== 'held' ? 'on hold' : null,
    cells: listId === 'never-came' ? [] : listId === 'age-unknown' ? cells.toSpliced(1, 1) : cells,
  }
}
