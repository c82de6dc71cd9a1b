import { ShieldCheck } from 'lucide-react'
import { Input, TextField, ToggleButton } from 'react-aria-components'
import type { Phase } from '../../shared/agenda/phase.ts'
import { Segments } from '../ui/Segments.tsx'
import { phaseProblems } from './agenda-edit.ts'
import { MinutesField } from './MinutesField.tsx'
import { phaseKinds } from './phase-words.ts'
import { UsualButton } from './UsualButton.tsx'
import styles from './AgendaEditor.module.css'

interface PhaseFieldsProps {
  readonly phase: Phase
  readonly usualMinutes: number | null
  readonly onChange: (change: Partial<Omit<Phase, 'id'>>) => void
}

/** The cells of a row: name, kind, minutes, minimum, protected. */
export function PhaseFields({ phase, usualMinutes, onChange }: PhaseFieldsProps) {
  const problems = phaseProblems(phase)
  return (
    <>
      <TextField
        aria-label="Name of the phase"
        isInvalid={problems.name !== undefined}
        value={phase.name}
        onChange={(name) => onChange({ name })}
        maxLength={80}
        autoComplete="off"
      >
        <Input className={styles['phaseName'] ?? ''} spellCheck={false} />
      </TextField>
      <Segments
        label={`Kind of ${phase.name}`}
        options={phaseKinds}
        selected={phase.kind}
        onSelect={(kind) => onChange({ kind })}
        showsNames={false}
      />
      <PlannedMinutes phase={phase} usualMinutes={usualMinutes} onChange={onChange} />
      <MinutesField
        label={`Minimum of ${phase.name}`}
        value={phase.minimumMinutes}
        onChange={(minimumMinutes) => onChange({ minimumMinutes })}
        problem={problems.minimumMinutes}
      />
      <ToggleButton
        className={styles['shield'] ?? ''}
        aria-label={`Protect ${phase.name}`}
        isSelected={phase.isProtected}
        onChange={(isProtected) => onChange({ isProtected })}
      >
        <ShieldCheck aria-hidden size={17} strokeWidth={2} />
      </ToggleButton>
    </>
  )
}

/** What is planned, and beside it what the phase usually takes. */
function PlannedMinutes({ phase, usualMinutes, onChange }: PhaseFieldsProps) {
  return (
    <>
      <MinutesField
        label={`Minutes of ${phase.name}`}
        value={phase.minutes}
        onChange={(minutes) => onChange({ minutes })}
        problem={phaseProblems(phase).minutes}
      />
      {usualMinutes === null ? (
        <span />
      ) : (
        <UsualButton
          phaseName={phase.name}
          minutes={usualMinutes}
          whose="you"
          isTaken={usualMinutes === phase.minutes}
          onTake={() => onChange(withMinutes(phase, usualMinutes))}
        />
      )}
    </>
  )
}

// What is really needed may be less than the minimum that was set once.
function withMinutes({ minimumMinutes }: Phase, minutes: number): Partial<Omit<Phase, 'id'>> {
  return { minutes, minimumMinutes: Math.min(minimumMinutes, minutes) }
}
