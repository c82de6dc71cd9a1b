import { Archive, Ellipsis, Pencil } from 'lucide-react'
import { useState } from 'react'
import type { Measure } from '../../shared/measures/measure.ts'
import { useAct } from '../app/api.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Menu } from '../ui/Menu.tsx'
import { betterWords } from './measure-words.ts'
import { MeasureFields } from './MeasureFields.tsx'
import styles from './MeasuresDialog.module.css'

interface MeasureRowProps {
  readonly measure: Measure
  readonly isAsked: boolean
  /** The group asks as many as it can. */
  readonly isFull: boolean
  readonly onToggle: (isAsked: boolean) => void
}

/** One number: asked in this group or not. The clinic's own can be changed and retired. */
export function MeasureRow({ measure, isAsked, isFull, onToggle }: MeasureRowProps) {
  const [isEditing, setIsEditing] = useState(false)
  const { act, failure } = useAct()
  if (isEditing) {
    return (
      <li>
        <MeasureFields
          start={measure}
          submitWords="Save"
          failure={failure}
          onCancel={() => setIsEditing(false)}
          onSubmit={async (draft) => {
            const answer = await act('measures.change', { measureId: measure.id, draft })
            if (answer.ok) setIsEditing(false)
          }}
        />
      </li>
    )
  }
  return (
    <li className={styles['row']}>
      <Checkbox isSelected={isAsked} isDisabled={isFull && !isAsked} onChange={onToggle}>
        <bdi>{measure.name}</bdi>
      </Checkbox>
      <span className={styles['better']}>{betterWords[measure.better]}</span>
      {measure.isBuiltIn ? null : <OwnMenu measure={measure} onEdit={() => setIsEditing(true)} act={act} />}
    </li>
  )
}

interface OwnMenuProps {
  readonly measure: Measure
  readonly onEdit: () => void
  readonly act: ReturnType<typeof useAct>['act']
}

function OwnMenu({ measure: { id, name }, onEdit, act }: OwnMenuProps) {
  return (
    <Menu
      label={`What to do with ${name}`}
      trigger={<Button look="plain" size="small" icon={Ellipsis} aria-label={`More for ${name}`} />}
      entries={[
        { id: 'edit', name: 'Rename or change', icon: Pencil, onChoose: onEdit },
        {
          id: 'retire',
          name: 'Ask no longer, anywhere',
          hint: 'Numbers that were given stay',
          icon: Archive,
          onChoose: () => void act('measures.retire', { measureId: id, isRetired: true }),
        },
      ]}
    />
  )
}
