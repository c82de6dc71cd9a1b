import { Gauge } from 'lucide-react'
import { useState } from 'react'
import { askedIn } from '../../shared/measures/measure.ts'
import type { Group } from '../../shared/roster/group.ts'
import { useRead } from '../app/api.ts'
import { Button } from '../ui/Button.tsx'
import { MeasuresDialog } from './MeasuresDialog.tsx'

/** Opens what a group is asked at check-in; the button says how much that is. */
export function CheckInNumbers({ group }: { readonly group: Group }) {
  const [isOpen, setIsOpen] = useState(false)
  const read = useRead('measures.read', {})
  if (read.status !== 'ready') return null
  const asked = askedIn(read.value, group.id)
  return (
    <>
      <Button look="plain" icon={Gauge} onPress={() => setIsOpen(true)}>
        Check-in numbers: {asked.length === 0 ? 'none' : asked.length}
      </Button>
      {isOpen ? <MeasuresDialog group={group} all={read.value} onClose={() => setIsOpen(false)} /> : null}
    </>
  )
}
