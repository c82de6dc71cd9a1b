import type { Seated } from '../live/seated.ts'
import { Names } from './Names.tsx'
import type { PersonPlan } from './preflight-people.ts'
import styles from './Preflight.module.css'

interface HomePracticeProps {
  /** For everyone; empty when none was written. */
  readonly plan: string
  readonly plans: readonly PersonPlan[]
  readonly away: readonly Pick<Seated, 'personId' | 'name'>[]
}

/** What everybody took along, what each did, and who has not heard of it. */
export function HomePractice({ plan, plans, away }: HomePracticeProps) {
  const isNothing = plan.trim() === '' && plans.length === 0
  return (
    <section aria-labelledby="home-practice" className={styles['section']}>
      <h2 id="home-practice" className={styles['heading']}>
        Home practice to ask about
      </h2>
      {plan.trim() === '' ? null : (
        <p className={styles['text']} dir="auto">
          {plan}
        </p>
      )}
      {isNothing ? <p className={styles['soft']}>No plan was written down.</p> : null}
      {plans.length === 0 ? null : (
        <dl className={styles['people']} aria-label="Own plans">
          {plans.map(({ person, plan: own }) => (
            <div key={person.personId} className={styles['person']}>
              <dt>
                <bdi>{person.name}</bdi>
              </dt>
              <dd className={styles['text']} dir="auto">
                {own}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {away.length === 0 ? null : (
        <p className={styles['soft']}>
          <Names people={away} /> {away.length === 1 ? 'was' : 'were'} away
          {isNothing ? '.' : away.length === 1 ? ' and needs it.' : ' and need it.'}
        </p>
      )}
    </section>
  )
}
