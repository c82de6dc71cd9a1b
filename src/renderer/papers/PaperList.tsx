import { ListBox, ListBoxItem, Text } from 'react-aria-components'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import { paperKinds, type PaperId } from './paper-kinds.ts'
import styles from './PaperList.module.css'

interface PaperListProps {
  readonly chosen: PaperId
  readonly onChoose: (id: PaperId) => void
}

/** Every document that can be made; the arrow keys go through it. */
export function PaperList({ chosen, onChoose }: PaperListProps) {
  const ref = useFocusOnArrival<HTMLDivElement>()
  return (
    <ListBox
      ref={ref}
      aria-label="Documents"
      className={styles['list'] ?? ''}
      items={paperKinds}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={(keys) => {
        const kind = paperKinds.find(({ id }) => keys !== 'all' && keys.has(id))
        if (kind !== undefined) onChoose(kind.id)
      }}
    >
      {({ id, name, icon: Icon, form }) => (
        <ListBoxItem id={id} textValue={name} className={styles['item'] ?? ''}>
          <Icon aria-hidden size={17} strokeWidth={1.75} />
          <Text slot="label" className={styles['name'] ?? ''}>
            {name}
          </Text>
          <Text slot="description" className={styles['form'] ?? ''}>
            {form}
          </Text>
        </ListBoxItem>
      )}
    </ListBox>
  )
}
