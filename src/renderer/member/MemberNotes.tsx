import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import type { MemberNote } from '../../shared/ipc/member-calls.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { RecordRules } from '../../shared/record/record-rules.ts'
import type { Member } from '../../shared/roster/member.ts'
import type { Stamp } from '../../shared/session/stamp.ts'
import { useRead } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { Segments } from '../ui/Segments.tsx'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import { MemberNoteLine } from './MemberNoteLine.tsx'
import styles from './MemberNotes.module.css'
import { noteState, type NoteState } from './note-that-matters.ts'

interface MemberNotesProps {
  readonly member: Member
  readonly roster: Roster
  readonly now: Stamp
  readonly onBack: () => void
}

/** All notes about one member, newest first, each to be read in its place. */
export function MemberNotes({ member, roster, now, onBack }: MemberNotesProps) {
  const notes = useRead('member.notes', { personId: member.id })
  const rules = useRead('record-rules.read', {})
  const back = useFocusOnArrival<HTMLButtonElement>()
  const failed = [notes, rules].find(({ status }) => status === 'failed')
  return (
    <section aria-labelledby="all-notes" className={styles['all']}>
      <div className={styles['head']}>
        <h2 id="all-notes" className={styles['title']}>
          Notes
        </h2>
        <Button ref={back} look="plain" size="small" icon={ArrowLeft} onPress={onBack}>
          Back to the plots
        </Button>
      </div>
      {failed?.status === 'failed' ? <FailureNotice failure={failed.failure} onRetry={failed.retry} /> : null}
      {notes.status === 'ready' && rules.status === 'ready' ? (
        <NoteLines member={member} roster={roster} notes={notes.value.notes} rules={rules.value} now={now} />
      ) : null}
    </section>
  )
}

const filters = [
  { id: 'all', name: 'All' },
  { id: 'open', name: 'To sign' },
  { id: 'awaiting', name: 'Awaiting co-sign' },
  { id: 'amended', name: 'Addended' },
  { id: 'signed', name: 'Signed' },
] as const
type Filter = (typeof filters)[number]['id']

interface NoteLinesProps {
  readonly member: Member
  readonly roster: Roster
  readonly notes: readonly MemberNote[]
  readonly rules: RecordRules
  readonly now: Stamp
}

function NoteLines({ member, roster, notes, rules, now }: NoteLinesProps) {
  const [filter, setFilter] = useState<Filter>('all')
  const stated = notes.map((note) => ({ note, state: noteState(note, { rules, now }) }))
  const count = (id: Filter) => stated.filter(({ note, state }) => passes(id, note, state)).length
  const shown = stated.filter(({ note, state }) => passes(filter, note, state))
  return (
    <>
      <Segments
        label="Notes that are shown"
        options={filters.map(({ id, name }) => ({ id, name: `${name} ${count(id)}` }))}
        selected={filter}
        onSelect={setFilter}
      />
      {shown.length === 0 ? <p className={styles['none']}>None of them.</p> : null}
      <ol className={styles['lines']}>
        {shown.map(({ note, state }) => (
          <li key={note.sessionId} className={styles['line']}>
            <MemberNoteLine
              member={member}
              note={note}
              state={state}
              groupName={roster.groups.find(({ id }) => id === note.groupId)?.name ?? 'a former group'}
              zone={now.zone}
            />
          </li>
        ))}
      </ol>
    </>
  )
}

function passes(filter: Filter, { signedAtMs, amendedCount }: MemberNote, state: NoteState): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'open':
      return signedAtMs === null
    case 'awaiting':
      return state === 'awaiting'
    case 'amended':
      return amendedCount > 0
    case 'signed':
      return signedAtMs !== null
  }
}
