import { counted, listed } from '../../shared/count.ts'
import { nearestMinutes } from '../../shared/record/document-times.ts'
import type { SupervisionSummary } from '../../shared/record/supervision-summary.ts'
import type { TalkShares } from '../../shared/record/talk-shares.ts'
import { Part } from './parts.tsx'

/** How the talk went: of the group as a whole, never of one member. */
export function Talk({ facts }: { readonly facts: SupervisionSummary }) {
  const { talk, sampling, enteredLateAtMs, rounds, handovers } = facts
  return (
    <>
      <section className="talk">
        <h2>How the talk went</h2>
        {talk !== null && <Shares talk={talk} />}
        {sampling !== null && <p>{samplingWords(sampling)}</p>}
        {talk === null && sampling === null && (
          <p className="remark">
            {enteredLateAtMs === null
              ? 'Nobody’s turns were noted.'
              : 'It was kept on paper: who spoke was not observed.'}
          </p>
        )}
      </section>
      {rounds.length > 0 && (
        <Part heading="Rounds">
          {rounds.map((round, index) => (
            // A phase is its place: two can have one name.
            // oxlint-disable-next-line react/no-array-index-key
            <p key={index} className="words">
              {roundWords(round)}
            </p>
          ))}
        </Part>
      )}
      {handovers.length > 0 && (
        <Part heading="In turn">
          <p className="words">
            Spoke after one another most often:{' '}
            {listed(handovers.map(({ from, to, count }) => `${to} after ${from} (${count} times)`))}.
          </p>
        </Part>
      )}
    </>
  )
}

function samplingWords({ asked, answered, heardCount }: NonNullable<SupervisionSummary['sampling']>): string {
  return (
    `Who was heard was asked every five minutes, and answered ${answered} of ${counted(asked, 'time')}: ` +
    `${counted(heardCount, 'person').replace('persons', 'people')} beside the facilitators.`
  )
}

function roundWords({ name, peopleCount, goneCount, passedCount }: SupervisionSummary['rounds'][number]) {
  const passed = passedCount === 0 ? '' : `, ${passedCount} of them by passing or listening`
  return `${name}: ${goneCount} of ${peopleCount} were noted as having had their turn${passed}.`
}

const chartWidth = 340

const rows: readonly { readonly name: string; readonly part: Exclude<keyof TalkShares, 'groupMs'> }[] = [
  { name: 'Members, together', part: 'membersMs' },
  { name: 'Facilitators', part: 'facilitatorsMs' },
  { name: 'Several at once', part: 'severalMs' },
  { name: 'Silence', part: 'silenceMs' },
  { name: 'Not observed', part: 'unobservedMs' },
]

/** Bars on one scale, which read without colour. A row of nothing is left out, save what everyone looks for. */
function Shares({ talk }: { readonly talk: TalkShares }) {
  const shown = rows.filter(({ part }) => part !== 'unobservedMs' || talk[part] > 0)
  return (
    <table className="shares">
      <thead>
        <tr>
          <th scope="col">Of {nearestMinutes(talk.groupMs)} minutes without breaks</th>
          <th scope="col">
            <span className="unseen">Share</span>
          </th>
          <th scope="col">minutes</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ name, part }) => {
          const share = talk.groupMs === 0 ? 0 : talk[part] / talk.groupMs
          const percent = `${Math.round(share * 100)} %`
          return (
            <tr key={part}>
              <th scope="row">{name}</th>
              <td>
                <svg width={chartWidth} height={14} role="img" aria-label={percent}>
                  <rect x={0.5} y={2} width={chartWidth - 1} height={10} fill="#fff" stroke="#999" />
                  <rect
                    x={0.5}
                    y={2}
                    width={Math.round(share * (chartWidth - 1) * 10) / 10}
                    height={10}
                    fill="#111"
                  />
                </svg>
              </td>
              <td>
                <b>{nearestMinutes(talk[part])}</b>, {percent}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
