import { Fragment } from 'react'
import { markNames } from '../../shared/record/mark-sentences.ts'
import type { NumberedPerson, SupervisionSummary } from '../../shared/record/supervision-summary.ts'

/** What was marked for each of those who came, and the numbers that they gave. */
export function PeopleByNumber({ facts: { people } }: { readonly facts: SupervisionSummary }) {
  return (
    <section className="numbered">
      <h2>What was noted of each</h2>
      {people.length === 0 ? (
        <p className="remark">Nobody came beside the facilitators.</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">
                <span className="unseen">Who</span>
              </th>
              <th scope="col">seen</th>
              <th scope="col">check-in of 0 to 10, start → end</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr key={person.label}>
                <th scope="row">{person.label}</th>
                <td>{marksWords(person)}</td>
                <td>
                  <CheckIns {...person} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function marksWords({ marks }: NumberedPerson): string {
  const said = marks.map(({ mark, count }) => (count === 1 ? markNames[mark] : `${markNames[mark]} ${count}`))
  return said.length === 0 ? '–' : said.join(', ')
}

/** Each measure stays together with its numbers: several stand in a row. */
function CheckIns({ checkIns }: NumberedPerson) {
  if (checkIns.length === 0) return '–'
  return checkIns.map(({ measure, start, end }, index) => (
    <Fragment key={measure}>
      {index > 0 && ', '}
      <span>
        {measure}{' '}
        <b>
          {start ?? '–'} → {end ?? '–'}
        </b>
      </span>
    </Fragment>
  ))
}
