import type { PersonGoals } from './preflight-people.ts'
import styles from './Preflight.module.css'

/** What each member works towards, in their own words. */
export function GoalsInView({ people }: { readonly people: readonly PersonGoals[] }) {
  return (
    <section aria-labelledby="goals-in-view" className={styles['section']}>
      <h2 id="goals-in-view" className={styles['heading']}>
        Goals in view
      </h2>
      <dl className={styles['people']} data-look="quiet">
        {people.map(({ person, goals }) => (
          <div key={person.personId} className={styles['person']}>
            <dt>
              <bdi>{person.name}</bdi>
            </dt>
            {goals.map(({ goalId, text }) => (
              <dd key={goalId} className={styles['text']} dir="auto">
                {text}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  )
}
