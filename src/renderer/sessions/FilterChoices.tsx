import { useState, type SubmitEvent } from 'react'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import { moveDay } from '../../shared/care/calendar-week.ts'
import type { SessionFilters } from '../../shared/review/session-view.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import {
  anyWord,
  attendanceOptions,
  filterNames,
  notesOptions,
  riskOptions,
  typeOptions,
  type FilterName,
} from './filter-words.ts'
import styles from './FilterWords.module.css'
import { MemberChoice } from './MemberChoice.tsx'
import { TopicChoice } from './TopicChoice.tsx'
import { WordChoices } from './WordChoices.tsx'

interface FilterChoicesProps {
  readonly name: FilterName
  readonly filters: SessionFilters
  readonly roster: Roster
  /** Those that there are, each once, the newest first. */
  readonly topics: readonly string[]
  /** `2026-11-24`. */
  readonly today: string
  readonly onChange: (changed: Partial<SessionFilters>) => void
}

/** What a filter can be set to. */
export function FilterChoices({ name, filters, roster, topics, today, onChange }: FilterChoicesProps) {
  const common = { label: filterNames[name], any: anyWord(name) }
  switch (name) {
    case 'leadId':
      return (
        <WordChoices
          {...common}
          options={leadOptions(roster)}
          value={filters.leadId}
          onChoose={(leadId) => onChange({ leadId })}
        />
      )
    case 'groupId': {
      const options = roster.groups.map((group) => ({ value: group.id, name: group.name }))
      const choose = (groupId: SessionFilters['groupId']) => onChange({ groupId })
      return <WordChoices {...common} options={options} value={filters.groupId} onChoose={choose} />
    }
    case 'groupType': {
      const choose = (groupType: SessionFilters['groupType']) => onChange({ groupType })
      return <WordChoices {...common} options={typeOptions} value={filters.groupType} onChoose={choose} />
    }
    case 'notes': {
      const choose = (notes: SessionFilters['notes']) => onChange({ notes })
      return <WordChoices {...common} options={notesOptions} value={filters.notes} onChoose={choose} />
    }
    case 'attendance': {
      const choose = (attendance: SessionFilters['attendance']) => onChange({ attendance })
      return (
        <WordChoices {...common} options={attendanceOptions} value={filters.attendance} onChoose={choose} />
      )
    }
    case 'risk': {
      const choose = (risk: SessionFilters['risk']) => onChange({ risk })
      return <WordChoices {...common} options={riskOptions} value={filters.risk} onChoose={choose} />
    }
    case 'since':
      return <SinceChoices since={filters.since} today={today} onChoose={(since) => onChange({ since })} />
    case 'until':
      return <DayChoice label="The last day" day={filters.until} onChoose={(until) => onChange({ until })} />
    case 'personId':
      return <MemberChoice members={roster.members} onChoose={(personId) => onChange({ personId })} />
    case 'topic':
      return <TopicChoice topic={filters.topic} topics={topics} onChoose={(topic) => onChange({ topic })} />
  }
}

function leadOptions({ facilitators }: Pick<Roster, 'facilitators'>) {
  return facilitators.map(({ id, name, isAuthor }) => ({ value: id, name: isAuthor ? `me, ${name}` : name }))
}

interface DayChoiceProps {
  readonly label: string
  readonly day: string | null
  readonly onChoose: (day: string | null) => void
}

// A day is typed digit by digit, so the table waits for Enter.
function DayChoice({ label, day, onChoose }: DayChoiceProps) {
  const [typed, setTyped] = useState(day)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    onChoose(typed)
  }
  return (
    <form className={styles['form']} onSubmit={submit}>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- it was opened to be typed into */}
      <DateField label={label} value={typed} onChange={setTyped} autoFocus />
      <Button type="submit" size="small">
        Show
      </Button>
    </form>
  )
}

function SinceChoices({
  since,
  today,
  onChoose,
}: {
  readonly since: string | null
  readonly today: string
  readonly onChoose: (day: string) => void
}) {
  const shortcuts = [
    { words: 'The last 7 days', day: moveDay(today, -6) },
    { words: 'The last 30 days', day: moveDay(today, -29) },
    { words: 'This year', day: `${today.slice(0, 4)}-01-01` },
  ]
  return (
    <>
      <DayChoice label="The first day" day={since} onChoose={(day) => onChoose(day ?? today)} />
      <div className={styles['shortcuts']}>
        {shortcuts.map(({ words, day }) => (
          <Button key={words} look="plain" size="small" onPress={() => onChoose(day)}>
            {words}
          </Button>
        ))}
      </div>
    </>
  )
}
