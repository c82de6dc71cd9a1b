import { classNames } from '../ui/class-names.ts'
import { RingDial } from '../ui/RingDial.tsx'
import type { Judgement, Strength } from './strength.ts'
import styles from './StrengthRing.module.css'

const names: Readonly<Record<Strength, string>> = {
  'too-short': 'Too short',
  guessable: 'Guessable',
  good: 'Good',
  strong: 'Strong',
}

const around = [
  { strength: 'strong', place: styles['top'] },
  { strength: 'too-short', place: styles['right'] },
  { strength: 'guessable', place: styles['bottom'] },
  { strength: 'good', place: styles['left'] },
] as const

interface StrengthRingProps {
  readonly judgement: Judgement
  readonly isEmpty: boolean
}

export function StrengthRing({ judgement, isEmpty }: StrengthRingProps) {
  return (
    <div className={styles['around']}>
      {around.map(({ strength, place }) => (
        <span
          key={strength}
          aria-hidden
          className={classNames(
            styles['name'],
            place,
            !isEmpty && strength === judgement.strength && styles['here'],
          )}
        >
          {names[strength]}
        </span>
      ))}
      <RingDial fraction={isEmpty ? 0 : judgement.fraction} parts={4}>
        <output className={styles['words']}>
          {isEmpty ? (
            <span className={styles['invitation']}>Four words come round</span>
          ) : (
            <>
              <span className={classNames(styles['word'], isLong(judgement.strength) && styles['long'])}>
                {names[judgement.strength]}
              </span>
              <span className={styles['advice']}>{adviceOn(judgement)}</span>
            </>
          )}
        </output>
      </RingDial>
    </div>
  )
}

/** Words that fill the ring from side to side at the full size. */
function isLong(strength: Strength): boolean {
  return names[strength].length > 6
}

function adviceOn({ strength, holdsName, holdsDate }: Judgement): string {
  if (holdsName) return 'Whoever knows you would try your name first'
  switch (strength) {
    case 'too-short':
      return 'Go on: four words, or twelve characters'
    case 'guessable':
      return holdsDate ? 'Years and dates are tried early' : 'Repeats and known phrases are tried early'
    case 'good':
      return 'One more unrelated word makes it strong'
    case 'strong':
      return 'Keep it in your head, not on this laptop'
  }
}
