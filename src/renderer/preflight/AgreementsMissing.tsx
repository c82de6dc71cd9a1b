import type { Seated } from '../live/seated.ts'
import { Names } from './Names.tsx'
import styles from './Preflight.module.css'

interface AgreementsMissingProps {
  readonly people: readonly Pick<Seated, 'personId' | 'name'>[]
}

/** Whom to ask before or in the opening. It holds up nobody: the session can begin without them. */
export function AgreementsMissing({ people }: AgreementsMissingProps) {
  return (
    <section aria-labelledby="yet-to-agree" className={styles['section']}>
      <h2 id="yet-to-agree" className={styles['heading']}>
        Agreements missing
      </h2>
      <p className={styles['text']}>
        <Names people={people} /> {people.length === 1 ? 'has' : 'have'} not agreed to confidentiality yet.
      </p>
      <p className={styles['soft']}>G in the menu of the seat notes that they agree.</p>
    </section>
  )
}
