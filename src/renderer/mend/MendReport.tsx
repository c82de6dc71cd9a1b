import { useState } from 'react'
import type { MendReport as Report } from '../../shared/ipc/mend-calls.ts'
import { counted } from '../../shared/count.ts'
import { useNow } from '../app/core-clock.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { RestoreButton } from '../backup/RestoreButton.tsx'
import { Button } from '../ui/Button.tsx'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import entry from '../vault/Entry.module.css'
import { EntryDial } from '../vault/EntryDial.tsx'
import { EntryForm } from '../vault/EntryForm.tsx'
import { EntryPage } from '../vault/EntryPage.tsx'
import {
  lossMeaning,
  lossTitle,
  mendPromise,
  reportLead,
  sessionMeaning,
  sessionTitle,
} from './mend-words.ts'
import styles from './MendReport.module.css'
import type { MendAct } from './use-mend.ts'

interface MendReportProps {
  readonly report: Report
  readonly mending: MendAct
  readonly onLeave: () => void
}

/** What is whole, what is lost, and what can be done now. */
export function MendReport({ report, mending, onLeave }: MendReportProps) {
  const title = useFocusOnArrival<HTMLHeadingElement>()
  const { isBusy, failure } = mending
  return (
    <EntryPage ring={<HowMuch report={report} />} promise={mendPromise}>
      <EntryForm
        title={report.canTake ? 'This can be read' : titleWithout(report)}
        lead={reportLead(report)}
        titleRef={title}
        isBusy={isBusy}
        onSubmit={() => {
          if (report.canTake) void mending.take(report.token)
        }}
      >
        <Lost report={report} />
        {report.canTake ? (
          <p className={styles['after']}>
            If you go on, this takes the vault’s place and opens as before. The damaged one is set aside.
            {report.record === 'mended'
              ? ' A backup brings the record back as it was when that was made.'
              : ' No backup holds private notes.'}
          </p>
        ) : null}
        <div className={entry['actions']}>
          {report.canTake ? (
            <Button type="submit" look="primary" size="large" isDisabled={isBusy}>
              Go on with what can be read
            </Button>
          ) : null}
          <RestoreButton look="quiet" />
          <Button look="plain" onPress={onLeave}>
            Leave it as it is
          </Button>
        </div>
        <div className={entry['notice']}>
          <FailureNotice failure={failure} />
        </div>
      </EntryForm>
    </EntryPage>
  )
}

function titleWithout({ record, privateNotes }: Report): string {
  return record === 'whole' && privateNotes === 'whole' ? 'Nothing is damaged' : 'This cannot be saved here'
}

function HowMuch({ report: { record, sessionCount, wholeCount } }: { readonly report: Report }) {
  if (record === 'lost') return <EntryDial fraction={0} word="Nothing" under="of the record can be read" />
  return (
    <EntryDial
      fraction={sessionCount === 0 ? 1 : wholeCount / sessionCount}
      word={wholeCount.toLocaleString('en')}
      under={`of ${counted(sessionCount, 'session')} whole`}
    />
  )
}

const firstSessions = 5

/** The list is as long as the damage, and what can be done stays in sight below it. */
function Lost({ report }: Pick<MendReportProps, 'report'>) {
  if (report.sessions.length + report.losses.length === 0) return null
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what is behind its end is reached with the arrow keys
    <section className={styles['lost']} aria-label="What is lost" tabIndex={0}>
      <Sessions sessions={report.sessions} />
      <Losses report={report} />
    </section>
  )
}

function Sessions({ sessions }: Pick<Report, 'sessions'>) {
  const [showsAll, setShowsAll] = useState(false)
  const zone = useNow(60_000)?.zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone
  if (sessions.length === 0) return null
  const shown = showsAll ? sessions : sessions.slice(0, firstSessions)
  return (
    <div className={styles['part']}>
      <h2>Sessions that are not whole</h2>
      <ul className={styles['lines']}>
        {shown.map((session, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- nothing of a session may be left to tell it by
          <li key={index}>
            <strong>{sessionTitle(session, zone)}</strong>
            <span>{sessionMeaning(session)}</span>
          </li>
        ))}
      </ul>
      {shown.length < sessions.length ? (
        <Button look="plain" size="small" onPress={() => setShowsAll(true)}>
          {`Show all ${sessions.length}`}
        </Button>
      ) : null}
    </div>
  )
}

function Losses({ report: { losses, sessions } }: Pick<MendReportProps, 'report'>) {
  if (losses.length === 0) return null
  return (
    <div className={styles['part']}>
      <h2>{sessions.length === 0 ? 'What is lost' : 'What else is lost'}</h2>
      <ul className={styles['lines']}>
        {losses.map((loss) => (
          <li key={loss.kind} data-side={loss.kind === 'private-notes' ? 'private' : undefined}>
            <strong>{lossTitle(loss)}</strong>
            <span>{lossMeaning(loss)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
