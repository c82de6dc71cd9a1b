import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { TitledPart } from '../ui/TitledPart.tsx'
import styles from './SessionSide.module.css'

interface SideListProps {
  readonly title: string
  readonly children: ReactNode
}

/** A heading and its entries. */
export function SideList({ title, children }: SideListProps) {
  return (
    <TitledPart title={title} styles={styles}>
      <ul>{children}</ul>
    </TitledPart>
  )
}

interface SideEntryProps {
  readonly icon: LucideIcon
  readonly title: ReactNode
  readonly about: ReactNode
  readonly isRisk?: boolean
  /** Without it the entry only tells. */
  readonly onPress?: () => void
}

export function SideEntry({ icon: Icon, title, about, isRisk = false, onPress }: SideEntryProps) {
  const words = (
    <>
      <Icon aria-hidden size={16} strokeWidth={1.75} data-risk={isRisk || undefined} />
      <span className={styles['name']}>{title}</span>
      <span className={styles['about']}>{about}</span>
    </>
  )
  return (
    <li className={styles['item']}>
      {onPress === undefined ? (
        <div className={styles['entry']}>{words}</div>
      ) : (
        <Button className={styles['entry'] ?? ''} onPress={onPress}>
          {words}
        </Button>
      )}
    </li>
  )
}
