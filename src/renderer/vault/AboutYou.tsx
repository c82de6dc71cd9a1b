import { useState } from 'react'
import { facilitatorDraftSchema } from '../../shared/roster/member.ts'
import { ruleWords } from '../app/field-words.ts'
import { RestoreButton } from '../backup/RestoreButton.tsx'
import { proposeInitials } from '../../shared/roster/propose-initials.ts'
import { Button } from '../ui/Button.tsx'
import { EntryDial } from './EntryDial.tsx'
import { EntryForm } from './EntryForm.tsx'
import { EntryPage } from './EntryPage.tsx'
import styles from './Entry.module.css'
import { PersonFields } from './PersonFields.tsx'
import type { Person } from './person.ts'

interface AboutYouProps {
  readonly person: Person
  readonly onChange: (person: Person) => void
  readonly onDone: () => void
}

export function AboutYou({ person, onChange, onDone }: AboutYouProps) {
  const [wasAsked, setWasAsked] = useState(false)
  const errors = errorsOf(person)
  const goOn = () => {
    setWasAsked(true)
    if (Object.keys(errors).length === 0) onDone()
  }
  return (
    <EntryPage
      step={0}
      ring={<Seat person={person} />}
      promise={[
        'Everything stays on this computer.',
        'The console is never online, and sends nothing anywhere.',
      ]}
    >
      <EntryForm title="About you" lead="Your name stands on the documents that you make." onSubmit={goOn}>
        <PersonFields
          person={person}
          errors={wasAsked ? errors : {}}
          onChange={(changed) => onChange(withInitials(person, changed))}
        />
        <div className={styles['actions']}>
          <Button type="submit" look="primary" size="large" keys="Enter">
            Continue
          </Button>
        </div>
        <RestoreButton look="plain" />
      </EntryForm>
    </EntryPage>
  )
}

/** Initials follow the name until somebody sets their own. */
function withInitials(before: Person, after: Person): Person {
  const wasProposed = before.initials === proposeInitials(before.name) && after.initials === before.initials
  return wasProposed ? { ...after, initials: proposeInitials(after.name) } : after
}

function errorsOf({ clinic: _clinic, ...draft }: Person): Readonly<Record<string, string>> {
  const parsed = facilitatorDraftSchema.safeParse(draft)
  if (parsed.success) return {}
  return Object.fromEntries(
    parsed.error.issues.map((issue) => [issue.path.join('.'), ruleWords(issue.message)] as const),
  )
}

function Seat({ person }: { readonly person: Person }) {
  const line = [person.name.trim(), person.credentials.trim()].filter((part) => part !== '').join(', ')
  return (
    <EntryDial
      fraction={1 / 3}
      word={person.initials.trim() === '' ? 'You' : person.initials}
      under={line === '' ? 'Your seat in the circle' : line}
    />
  )
}
