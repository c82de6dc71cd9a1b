import { AuthorOnly } from '../reviewer/AuthorOnly.tsx'
import { Ellipsis } from 'lucide-react'
import { memo } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { Button } from '../ui/Button.tsx'
import { Menu, type MenuEntry } from '../ui/Menu.tsx'
import styles from './ViewTabs.module.css'

export interface ViewTab {
  readonly viewId: string
  readonly name: string
  /** How many sessions it would show; null where that is not known beforehand. */
  readonly count: number | null
  /** A name of the clinician's own. */
  readonly isOwn: boolean
}

interface ViewTabsProps {
  readonly tabs: readonly ViewTab[]
  readonly selectedId: string
  readonly onSelect: (viewId: string) => void
  /** What can be done with the selected one, where it is somebody's own. */
  readonly entries: readonly MenuEntry[]
}

/** The views of the table, each with how many sessions it shows. */
export const ViewTabs = memo(function ViewTabs(props: ViewTabsProps) {
  const { tabs, selectedId, onSelect, entries } = props
  return (
    <nav aria-label="Views" className={styles['views']}>
      <ul className={styles['tabs']}>
        {tabs.map(({ viewId, name, count, isOwn }) => {
          const isSelected = viewId === selectedId
          return (
            <li key={viewId} ref={isSelected ? bringIntoSight : undefined} className={styles['item']}>
              <AriaButton
                className={styles['tab'] ?? ''}
                aria-current={isSelected ? 'true' : 'false'}
                onPress={() => onSelect(viewId)}
              >
                <bdi className={styles['name']}>{name}</bdi>
                {count === null || count === 0 ? null : <span className={styles['count']}>{count}</span>}
              </AriaButton>
              {isSelected && isOwn ? (
                <AuthorOnly>
                  <Menu
                    label={`More for the view ${name}`}
                    trigger={
                      <Button
                        look="plain"
                        size="small"
                        icon={Ellipsis}
                        className={styles['more'] ?? ''}
                        aria-label={`More for the view ${name}`}
                      />
                    }
                    entries={entries}
                  />
                </AuthorOnly>
              ) : null}
            </li>
          )
        })}
      </ul>
    </nav>
  )
})

// Of many views, the last may stand beyond the edge.
function bringIntoSight(tab: HTMLElement | null): void {
  tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}
