import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { MeasureId } from '../../shared/ids.ts'
import { useAct } from '../app/api.ts'
import { Button } from '../ui/Button.tsx'
import { MeasureFields } from './MeasureFields.tsx'

/** Adds a number of the clinic's own, and asks it in the group that is shown. */
export function NewMeasure({ onAdded }: { readonly onAdded: (measureId: MeasureId) => void }) {
  const [isOpen, setIsOpen] = useState(false)
  const { act, failure } = useAct()
  if (!isOpen) {
    return (
      <div>
        <Button look="plain" size="small" icon={Plus} onPress={() => setIsOpen(true)}>
          Add one of your own
        </Button>
      </div>
    )
  }
  return (
    <MeasureFields
      start={{ name: '', better: 'higher' }}
      submitWords="Add"
      failure={failure}
      onCancel={() => setIsOpen(false)}
      onSubmit={async (draft) => {
        const answer = await act('measures.create', draft)
        if (!answer.ok) return
        setIsOpen(false)
        onAdded(answer.value.measureId)
      }}
    />
  )
}
