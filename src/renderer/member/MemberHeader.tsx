import { AuthorOnly } from '../reviewer/AuthorOnly.tsx'
import { OverTimePapers } from '../papers/OverTimePapers.tsx'
import { ChevronLeft, ChevronRight, Pencil } from 'lucide-react'
import { useState } from 'react'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { Member } from '../../shared/roster/member.ts'
import { MemberDialog } from '../roster/MemberDialog.tsx'
import { roleNames } from '../roster/roster-words.ts'
import { Button } from '../ui/Button.tsx'
import { calendarWords } from '../../shared/calendar-words.ts'
import styles from './MemberHeader.module.css'
import {
  hasEarlier,
  hasLater,
  moved,
  windowWeeks,
  windowWords,
  type MemberWindow,
  type Span,
} from '../../shared/member-review/member-window.ts'

interface MemberHeaderProps {
  readonly member: Member
  readonly roster: Roster
  /** The first day that they were with this clinic; null where nothing says so. */
  readonly since: string | null
  readonly today: string
  /** Null where no weeks are shown. */
  readonly window: MemberWindow | null
  readonly span: Span
  readonly onSpan: (span: Span) => void
}

export function MemberHeader({ member, roster, since, today, window, span, onSpan }: MemberHeaderProps) {
  const [isEditing, setIsEditing] = useState(false)
  return (
    <header className={styles['header']}>
      <div className={styles['who']}>
        <h1 className={styles['name']}>
          <bdi>{member.preferredName}</bdi>
        </h1>
        <p className={styles['facts']}>
          <Facts member={member} roster={roster} since={since} today={today} />
        </p>
        <AuthorOnly>
          <Button
            look="plain"
            size="small"
            icon={Pencil}
            className={styles['edit'] ?? ''}
            aria-label={`Edit ${member.preferredName}`}
            onPress={() => setIsEditing(true)}
          />
        </AuthorOnly>
      </div>
      {window === null ? null : (
        <div className={styles['tools']}>
          <WindowChoice window={window} onSpan={onSpan} />
          <OverTimePapers
            subject={{ kind: 'member', personId: member.id, span }}
            weeks={windowWords(window)}
          />
        </div>
      )}
      {isEditing ? <MemberDialog member={member} onClose={() => setIsEditing(false)} /> : null}
    </header>
  )
}

type FactsProps = Pick<MemberHeaderProps, 'member' | 'roster' | 'since' | 'today'>

/** `chart 0417, with us since 25 Aug`. Whoever is in no group now is told apart. */
function Facts({ member: { role, chartId, groupIds }, roster, since, today }: FactsProps) {
  const isEnrolled = roster.groups.some(({ id }) => groupIds.includes(id))
  const known = `${isEnrolled ? 'with us since' : 'first here'} ${calendarWords(since ?? today, today)}`
  const facts = [
    role === 'member' ? null : roleNames[role],
    chartId === '' ? null : <ChartId key="chart" chartId={chartId} />,
    since === null ? null : known,
    isEnrolled ? null : 'in no group now',
  ].filter((fact) => fact !== null)
  return facts.flatMap((fact, index) => (index === 0 ? [fact] : [', ', fact]))
}

function ChartId({ chartId }: { readonly chartId: string }) {
  return (
    <>
      chart <bdi>{chartId}</bdi>
    </>
  )
}

function WindowChoice({
  window,
  onSpan,
}: {
  readonly window: MemberWindow
  readonly onSpan: (span: Span) => void
}) {
  const isAll = window.weeks.length > windowWeeks
  const canShowAll = hasEarlier(window) || hasLater(window)
  return (
    <fieldset className={styles['window']} aria-label="Weeks that are shown">
      <Button
        look="plain"
        size="small"
        icon={ChevronLeft}
        aria-label="Twelve weeks earlier"
        isDisabled={isAll || !hasEarlier(window)}
        onPress={() => onSpan(moved(window, -1))}
      />
      <output className={styles['windowWords']}>{windowWords(window)}</output>
      <Button
        look="plain"
        size="small"
        icon={ChevronRight}
        aria-label="Twelve weeks later"
        isDisabled={isAll || !hasLater(window)}
        onPress={() => onSpan(moved(window, 1))}
      />
      {isAll || canShowAll ? (
        <Button look="plain" size="small" onPress={() => onSpan({ kind: isAll ? 'now' : 'all' })}>
          {isAll ? 'Twelve weeks' : 'All'}
        </Button>
      ) : null}
    </fieldset>
  )
}
