import { DateField } from '../ui/DateField.tsx'
import { ClockField } from './ClockField.tsx'
import { places, type ReadSheet } from './read-draft.ts'
import type { SheetDraft } from './sheet-draft.ts'
import type { ChangeDraft } from './use-entry.ts'
import styles from './PaperScreen.module.css'

interface SheetTimesProps {
  readonly draft: SheetDraft
  readonly change: ChangeDraft
  readonly read: ReadSheet
  readonly zone: string
}

export function SheetTimes({ draft, change, read, zone }: SheetTimesProps) {
  const isWrong = (place: string) => read.problems.some((problem) => problem.place === place)
  return (
    <div className={styles['times']}>
      <DateField id={places.day} label="Day" value={draft.day} onChange={(day) => change({ day })} />
      <ClockField
        id={places.start}
        label="Started at"
        value={draft.start}
        onChange={(start) => change({ start })}
        instantMs={read.startMs}
        zone={zone}
        isWrong={isWrong(places.start)}
        isFirst
      />
      <ClockField
        id={places.end}
        label="Ended at"
        value={draft.end}
        onChange={(end) => change({ end })}
        instantMs={read.endMs}
        zone={zone}
        isWrong={isWrong(places.end)}
      />
    </div>
  )
}
