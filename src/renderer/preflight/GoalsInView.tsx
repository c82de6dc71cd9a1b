import { goalsWithObjectives } from '../../shared/record/goals-in-order.ts'
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
            {goalsWithObjectives(goals).map(({ goal, objectives }) => (
              <dd key={goal.goalId} className={styles['text']} dir="auto">
                {goal.text}
                {objectives.length === 0 ? null : (
                  <ul className={styles['objectives']}>
                    {objectives.map(({ goalId, text }) => (
                      <li key={goalId} dir="auto">
                        {text}
                      </li>
                    ))}
                  </ul>
                )}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  )
}
