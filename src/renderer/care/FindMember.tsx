import { useState, type KeyboardEvent } from 'react'
import type { Member } from '../../shared/roster/member.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import { findMembers } from './find-members.ts'
import styles from './FindMember.module.css'

interface FindMemberProps {
  readonly label: string
  readonly members: readonly Member[]
  /** It was opened to be typed into. */
  readonly autoFocus?: boolean
  readonly onChoose: (member: Member) => void
}

/** Somebody among the many of twenty years, by the beginning of their name or their chart id. Enter takes the only one. */
export function FindMember({ label, members, autoFocus = false, onChoose }: FindMemberProps) {
  const [typed, setTyped] = useState('')
  const { found, isMore } = findMembers(members, typed)
  const choose = (member: Member) => {
    setTyped('')
    onChoose(member)
  }
  const onKeyDown = ({ key }: KeyboardEvent) => {
    const [only] = found
    if (key === 'Enter' && only !== undefined && found.length === 1) choose(only)
  }
  return (
    <div className={styles['find']}>
      <TextField
        label={label}
        placeholder="Name or chart id"
        value={typed}
        onChange={setTyped}
        onKeyDown={onKeyDown}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- only where it was opened to be typed into
        autoFocus={autoFocus}
        {...(isMore ? { hint: 'There are more: type more of the name.' } : {})}
      />
      {found.length === 0 ? null : (
        <ul aria-label={`${label}: found`} className={styles['found']}>
          {found.map((member) => (
            <li key={member.id}>
              <Button size="small" onPress={() => choose(member)}>
                <bdi>{member.preferredName}</bdi>
                {member.chartId === '' ? null : <span className={styles['chart']}>{member.chartId}</span>}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
