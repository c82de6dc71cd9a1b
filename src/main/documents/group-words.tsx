import { Fragment } from 'react'
import { nameWithCredentials } from '../../shared/record/signature-words.ts'
import { Part, Words } from './parts.tsx'

/** A text is null where it was left out, since it could tell who was there. */
type Told = string | null

interface InterventionsProps {
  readonly facilitators: readonly {
    readonly name: string
    readonly credentials: string
    readonly interventions: Told
  }[]
}

/** What each of those who led did, by name where there was more than one. */
export function Interventions({ facilitators }: InterventionsProps) {
  return (
    <Part heading="Interventions">
      {facilitators.map((one) => (
        <Fragment key={nameWithCredentials(one)}>
          {facilitators.length > 1 && <h3>{nameWithCredentials(one)}</h3>}
          <ToldWords text={one.interventions} />
        </Fragment>
      ))}
    </Part>
  )
}

interface ProcessAndPlanProps {
  readonly facts: { readonly groupProcess: Told; readonly plan: Told; readonly homePractice: Told }
}

/** What was written for the whole group; home practice where there was any. */
export function ProcessAndPlan({ facts: { groupProcess, plan, homePractice } }: ProcessAndPlanProps) {
  return (
    <>
      <Part heading="Group process">
        <ToldWords text={groupProcess} />
      </Part>
      <Part heading="Plan">
        <ToldWords text={plan} />
      </Part>
      {homePractice?.trim() !== '' && (
        <Part heading="Home practice">
          <ToldWords text={homePractice} />
        </Part>
      )}
    </>
  )
}

function ToldWords({ text }: { readonly text: Told }) {
  return text === null ? (
    <p className="remark">Left out: it could tell who was here.</p>
  ) : (
    <Words text={text} />
  )
}
