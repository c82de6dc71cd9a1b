import { useId } from 'react'
import { part2Schema, type Part2 } from '../../shared/session/vocabulary.ts'
import { part2Words } from './roster-words.ts'
import styles from './forms.module.css'

interface Part2ChoiceProps {
  readonly value: Part2
  readonly onChange: (part2: Part2) => void
}

export function Part2Choice({ value, onChange }: Part2ChoiceProps) {
  const name = useId()
  return (
    <fieldset>
      <legend className={styles['legend']}>42 CFR Part 2</legend>
      <div className={styles['choices']}>
        {part2Schema.options.map((part2) => (
          <label key={part2} className={styles['choice']}>
            <input
              type="radio"
              name={name}
              value={part2}
              checked={part2 === value}
              onChange={() => onChange(part2)}
            />
            <span className={styles['choiceName']}>{part2Words[part2].name}</span>
            <span className={styles['choiceWords']}>{part2Words[part2].effect}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
