import type { SignIn } from '../../shared/record/attendance-sheet.ts'
import type { Presence } from '../../shared/session/vocabulary.ts'
import { linesOf } from './line-estimate.ts'
import { roleRemark } from './role-remark.ts'

/** Lines for people whom nobody expected. */
const walkInLines = ['1', '2', '3', '4'] as const

/** The list that a group signs in on. */
export function SignInRows({ session: { people } }: { readonly session: SignIn }) {
  return (
    <table className="roll signIn">
      <thead>
        <tr>
          {['Name', 'Arrived', 'Left', 'Signature'].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {people.length === 0 && (
          <tr className="none">
            <td colSpan={4}>Nobody is on the list of this session. Whoever comes signs below.</td>
          </tr>
        )}
        {people.map((line, index) => {
          const { label } = line
          const remark = remarkOf(line)
          return (
            // Two people may have the same name or initials: a line is its place.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={index}>
              <th scope="row">
                <bdi>{label}</bdi>
                {remark !== '' && <span className="remark"> {remark}</span>}
              </th>
              <Blanks of={label} />
            </tr>
          )
        })}
        {walkInLines.map((number) => (
          <tr key={number}>
            <th scope="row">
              <i className="line" />
              <span className="remark"> walk-in</span>
            </th>
            <Blanks of={`walk-in ${number}`} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Blanks({ of }: { readonly of: string }) {
  return ['arrival', 'leaving', 'signature'].map((what) => (
    <td key={what}>
      <i className="line" aria-label={`${what} of ${of}`} />
    </td>
  ))
}

/** What is known beforehand of someone on the list, and as what they come. */
function remarkOf({ role, presence }: SignIn['people'][number]): string {
  return [roleRemark(role), presenceRemark(presence)].filter(Boolean).join(', ')
}

function presenceRemark(presence: Presence): string {
  switch (presence) {
    case 'excused':
      return 'excused'
    case 'substituted':
      return 'seen alone'
    case 'delayed':
      return 'comes later'
    default:
      return ''
  }
}

/** How high the rows stand on the page, in CSS pixels: rather too much than too little. */
export function heightOfSignIn({ people }: SignIn): number {
  const rows = people.map((line) => linesOf(`${line.label} ${remarkOf(line)}`, 26))
  const listed = rows.reduce((height, lines) => height + Math.max(28, lines * 15 + 7), 36)
  return listed + (people.length === 0 ? 28 : 0) + walkInLines.length * 28
}
