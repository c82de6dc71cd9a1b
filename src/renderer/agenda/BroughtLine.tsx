import { Undo2 } from 'lucide-react'
import { groupTypeNames } from '../../shared/agenda/group-type.ts'
import { totalMinutes } from '../../shared/agenda/phase.ts'
import { counted } from '../../shared/count.ts'
import type { BroughtAgenda } from '../../shared/ipc/agenda-file-calls.ts'
import { Button } from '../ui/Button.tsx'
import styles from './AgendaEditor.module.css'

interface BroughtLineProps {
  readonly brought: BroughtAgenda
  /** How long the group meets that takes it over. */
  readonly lengthMinutes: number
  readonly onTakeBack: () => void
}

/** What came from a file, and the way back to what stood there. */
export function BroughtLine({ brought, lengthMinutes, onTakeBack }: BroughtLineProps) {
  const { groupType, lengthMinutes: made, phases } = brought
  return (
    <div className={styles['brought']}>
      <output>
        {counted(phases.length, 'phase')} from a file, made for {made} minutes ({groupTypeNames[groupType]})
        {fittedWords(brought, lengthMinutes)}.
      </output>
      <Button look="plain" size="small" icon={Undo2} onPress={onTakeBack}>
        Put back what stood here
      </Button>
    </div>
  )
}

function fittedWords({ phases, lengthMinutes: made }: BroughtAgenda, lengthMinutes: number): string {
  if (made === lengthMinutes) return ''
  return totalMinutes(phases) > lengthMinutes
    ? `, too long for ${lengthMinutes} even at its minimum`
    : `, fitted to ${lengthMinutes}`
}
