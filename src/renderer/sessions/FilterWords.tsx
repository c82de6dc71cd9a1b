import { Plus } from 'lucide-react'
import { memo, useState } from 'react'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import { isoDay } from '../../shared/iso-day.ts'
import type { MatchBasis } from '../../shared/review/match-sessions.ts'
import { anySession, type SessionFilters } from '../../shared/review/session-view.ts'
import { Button } from '../ui/Button.tsx'
import { Menu } from '../ui/Menu.tsx'
import {
  filterLeads,
  filterNames,
  filterWord,
  firstFilters,
  moreFilters,
  type FilterName,
} from './filter-words.ts'
import { FilterChoices } from './FilterChoices.tsx'
import { FilterWord } from './FilterWord.tsx'
import styles from './FilterWords.module.css'

interface FilterWordsProps {
  readonly filters: SessionFilters
  readonly roster: Roster
  readonly topics: readonly string[]
  readonly now: MatchBasis['now']
  readonly onChange: (filters: SessionFilters) => void
}

/** The filters as a sentence: `led by me, since 1 September, in any group`. */
export const FilterWords = memo(function FilterWords(props: FilterWordsProps) {
  const { filters, roster, topics, now, onChange } = props
  const [open, setOpen] = useState<FilterName | null>(null)
  const isSet = (name: FilterName) => filters[name] !== anySession[name]
  const shown = [...firstFilters, ...moreFilters.filter((name) => isSet(name) || open === name)]
  const others = moreFilters.filter((name) => !shown.includes(name))
  const change = (changed: Partial<SessionFilters>) => {
    setOpen(null)
    onChange({ ...filters, ...changed })
  }
  return (
    <fieldset aria-label="Filters" className={styles['words']}>
      {shown.map((name) => (
        <FilterWord
          key={name}
          before={filterLeads[name]}
          word={filterWord(name, filters, roster, now)}
          isSet={isSet(name)}
          isOpen={open === name}
          onOpenChange={(isOpen) => setOpen(isOpen ? name : null)}
          onClear={() => change({ [name]: anySession[name] })}
        >
          <FilterChoices
            name={name}
            filters={filters}
            roster={roster}
            topics={topics}
            today={isoDay(now.wallMs, now.zone)}
            onChange={change}
          />
        </FilterWord>
      ))}
      {others.length === 0 ? null : (
        <Menu
          label="Another filter"
          trigger={<Button look="plain" size="small" icon={Plus} aria-label="Another filter" />}
          entries={others.map((name) => ({
            id: name,
            name: filterNames[name],
            onChoose: () => setOpen(name),
          }))}
        />
      )}
    </fieldset>
  )
})
