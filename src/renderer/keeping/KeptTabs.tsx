import { Lock } from 'lucide-react'
import type { RetentionReport } from '../../shared/ipc/retention-calls.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import { Tabs } from '../ui/Tabs.tsx'
import { ChartPanel } from './ChartPanel.tsx'
import { chartListIds, type ChartListId, type KeptLists, type ListId } from './kept-lists.ts'
import styles from './KeepingScreen.module.css'
import { PrivatePanel } from './PrivatePanel.tsx'

interface KeptTabsProps {
  readonly report: RetentionReport
  readonly roster: Roster
  readonly lists: KeptLists
  readonly listId: ListId
  /** The line that a list begins at. */
  readonly from: number
  readonly onSelect: (listId: ListId) => void
}

const listNames: Readonly<Record<ChartListId, string>> = {
  past: 'Past their date',
  held: 'Past, and on hold',
  later: 'Due later',
  'age-unknown': 'Age not known',
  'never-came': 'Never came',
}

/** The lists of charts, each with how many it has, and apart from them the private notes. */
export function KeptTabs({ report, roster, lists, listId, from, onSelect }: KeptTabsProps) {
  // A list that has nothing is left out, but for the one that is asked about.
  const shown = chartListIds.filter((id) => id === 'past' || id === listId || lists[id].length > 0)
  return (
    <Tabs
      label="What is kept"
      className={styles['tabs'] ?? ''}
      selected={listId}
      onSelect={onSelect}
      tabs={[
        ...shown.map((id) => ({
          id,
          name: named(listNames[id], lists[id].length),
          content: (
            <ChartPanel key={`${id} ${from}`} listId={id} charts={lists[id]} from={from} report={report} />
          ),
        })),
        {
          id: 'private' as const,
          name: named('Private notes', report.privateNotes.length),
          icon: Lock,
          tone: 'private' as const,
          content: <PrivatePanel report={report} roster={roster} />,
        },
      ]}
    />
  )
}

function named(name: string, count: number): string {
  return count === 0 ? name : `${name} ${count}`
}
