import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'
import { classNames } from './class-names.ts'
import styles from './Tabs.module.css'

interface TabEntry<Id extends string> {
  readonly id: Id
  readonly name: string
  readonly icon?: LucideIcon
  /** Private sides are plum. */
  readonly tone?: 'record' | 'private'
  readonly content: ReactNode
}

interface TabsProps<Id extends string> {
  readonly label: string
  readonly tabs: readonly TabEntry<Id>[]
  readonly selected: Id
  readonly onSelect: (id: Id) => void
  readonly className?: string
}

export function Tabs<Id extends string>({ label, tabs, selected, onSelect, className }: TabsProps<Id>) {
  return (
    <AriaTabs
      className={classNames(styles['tabs'], className)}
      selectedKey={selected}
      onSelectionChange={(key) => {
        const tab = tabs.find((entry) => entry.id === key)
        if (tab !== undefined) onSelect(tab.id)
      }}
    >
      <TabList aria-label={label} className={styles['list'] ?? ''}>
        {tabs.map(({ id, name, icon: Icon, tone = 'record' }) => (
          <Tab
            key={id}
            id={id}
            className={classNames(styles['tab'], tone === 'private' && styles['private'])}
          >
            {Icon === undefined ? null : <Icon aria-hidden size={14} strokeWidth={2} />}
            {name}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, content, tone = 'record' }) => (
        <TabPanel
          key={id}
          id={id}
          className={classNames(styles['panel'], tone === 'private' && styles['privatePanel'])}
        >
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
