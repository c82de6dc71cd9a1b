import { useMemo, useState } from 'react'
import type { CareEntry } from '../../shared/care/care-entry.ts'
import type { OutputOf } from '../../shared/ipc/contract.ts'
import type { HoursOfMember } from '../../shared/ipc/hours-calls.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { Measures } from '../../shared/measures/measure.ts'
import type { ScaleResult } from '../../shared/measures/scale-result.ts'
import type { Member } from '../../shared/roster/member.ts'
import type { Stamp } from '../../shared/session/stamp.ts'
import type { Read } from '../app/api.ts'
import { isoDay } from '../../shared/iso-day.ts'
import { firstEnrolledOn } from '../../shared/member-review/exemptions.ts'
import { MemberHeader } from './MemberHeader.tsx'
import { MemberNotes } from './MemberNotes.tsx'
import styles from './MemberPage.module.css'
import { MemberPlots } from './MemberPlots.tsx'
import { MemberSide } from './MemberSide.tsx'
import { windowOf, type Span } from '../../shared/member-review/member-window.ts'

/** What the page is drawn from. The last three are a patient's alone. */
export interface MemberReads {
  readonly review: Read<OutputOf<'member.review'>>
  readonly measures: Read<Measures>
  readonly hours?: Read<HoursOfMember>
  readonly care?: Read<readonly CareEntry[]>
  readonly scales?: Read<readonly ScaleResult[]>
}

interface MemberViewProps {
  readonly member: Member
  readonly roster: Roster
  readonly reads: MemberReads
  readonly now: Stamp
}

const nothing: readonly never[] = []

export function MemberView({ member, roster, reads, now }: MemberViewProps) {
  const [span, setSpan] = useState<Span>({ kind: 'now' })
  const [showsNotes, setShowsNotes] = useState(false)
  const review = valueOf(reads.review)
  const care = valueOf(reads.care) ?? nothing
  const hours = valueOf(reads.hours)
  const scales = valueOf(reads.scales) ?? nothing
  const sessions = review?.sessions ?? nothing
  // A questionnaire of the intake, or a group that meets this week, is there before the first session.
  const hasPlots = sessions.length + scales.length > 0 || (hours?.projection.plannedMs ?? 0) > 0
  const firstMs = sessions[0]?.startedAtMs ?? null
  const today = isoDay(now.wallMs, now.zone)
  const window = useWindow(span, { zone: now.zone, today, weekStartsOn: review?.weekStartsOn ?? 1, firstMs })
  const since = firstEnrolledOn(care) ?? (firstMs === null ? null : isoDay(firstMs, now.zone))
  return (
    <div className={styles['page']}>
      <div className={styles['main']}>
        <MemberHeader
          member={member}
          roster={roster}
          since={since}
          today={today}
          window={hasPlots && !showsNotes ? window : null}
          span={span}
          onSpan={setSpan}
        />
        {showsNotes ? (
          <MemberNotes member={member} roster={roster} now={now} onBack={() => setShowsNotes(false)} />
        ) : (
          <MemberPlots
            roster={roster}
            window={window}
            sessions={sessions}
            measures={valueOf(reads.measures)?.measures ?? nothing}
            hours={hours}
            care={care}
            scales={scales}
            isEmpty={!hasPlots}
          />
        )}
      </div>
      <MemberSide
        member={member}
        roster={roster}
        now={now}
        showsNotes={showsNotes}
        onShowNotes={() => setShowsNotes(true)}
      />
    </div>
  )
}

// What is drawn changes with the day, and not with every minute.
function useWindow(span: Span, { zone, today, weekStartsOn, firstMs }: Parameters<typeof windowOf>[1]) {
  return useMemo(
    () => windowOf(span, { zone, today, weekStartsOn, firstMs }),
    [span, zone, today, weekStartsOn, firstMs],
  )
}

function valueOf<Value>(read: Read<Value> | undefined): Value | null {
  return read?.status === 'ready' ? read.value : null
}
