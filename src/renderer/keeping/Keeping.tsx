import { useState } from 'react'
import type { RetentionReport } from '../../shared/ipc/retention-calls.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import { BackButton } from '../app/BackButton.tsx'
import { Account } from './Account.tsx'
import { DueYears } from './DueYears.tsx'
import { EnterRules } from './EnterRules.tsx'
import { Holds } from './Holds.tsx'
import styles from './KeepingScreen.module.css'
import { KeptTabs } from './KeptTabs.tsx'
import { keptLists, leadWords, listOfYear, type ListId } from './kept-lists.ts'
import { RulesLine } from './RulesLine.tsx'

interface KeepingProps {
  readonly report: RetentionReport
  readonly roster: Roster
}

export function Keeping({ report, roster }: KeepingProps) {
  const [shown, setShown] = useState<Shown>({ listId: 'past', from: 0 })
  const hasRules = report.rules.jurisdiction !== ''
  const lists = keptLists(report)
  return (
    <div className={styles['page']}>
      <div className={styles['main']}>
        <header className={styles['head']}>
          <BackButton to={{ name: 'vault' }}>Vault & privacy</BackButton>
          <h1 className={styles['title']}>Keeping and erasing</h1>
          {hasRules ? (
            <>
              <p className={styles['lead']}>{leadWords(report, lists)}</p>
              <RulesLine rules={report.rules} />
            </>
          ) : null}
        </header>
        {hasRules ? (
          <>
            <DueYears
              lists={lists}
              today={report.today}
              onChoose={(year) => setShown(listOfYear(lists, year))}
            />
            <KeptTabs
              report={report}
              roster={roster}
              lists={lists}
              listId={shown.listId}
              from={shown.from}
              onSelect={(listId) => setShown({ listId, from: 0 })}
            />
          </>
        ) : (
          <EnterRules rules={report.rules} />
        )}
      </div>
      <aside className={styles['side']} aria-label="Legal holds, and what was erased">
        <Holds report={report} roster={roster} />
        <Account report={report} roster={roster} />
      </aside>
    </div>
  )
}

/** Which list, and which of its lines is the current one at first. */
interface Shown {
  readonly listId: ListId
  readonly from: number
}
