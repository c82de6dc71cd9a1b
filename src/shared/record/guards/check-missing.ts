import type { Role } from '../../session/vocabulary.ts'
import type { RequiredElement } from '../record-rules.ts'
import type { Finding } from './finding.ts'

type MissingFinding = Extract<Finding, { guard: 'missing' }>

/** What a note holds of the elements that a clinic may require. */
export interface NoteContents {
  readonly role: Role
  readonly chartId: string
  /** Whether the member was in the room at all. */
  readonly hasCome: boolean
  readonly topic: string
  readonly interventions: readonly string[]
  readonly response: string
  readonly plan: string
  readonly groupPlan: string
  readonly goalCount: number
  /** Follow-ups that risk marks of the member opened and nobody has closed. */
  readonly openFollowUps: number
}

/** The elements that the clinic requires and the note does not have. */
export function checkMissing(
  contents: NoteContents,
  required: readonly RequiredElement[],
): readonly MissingFinding[] {
  return required
    .filter((element) => isMissing(contents, element))
    .map((element) => ({ guard: 'missing', element }))
}

function isMissing(contents: NoteContents, element: RequiredElement): boolean {
  // Family and guests have no chart and no goals; who never came took part in nothing.
  const isPatient = contents.role === 'member'
  switch (element) {
    case 'chart-id':
      return isPatient && isBlank(contents.chartId)
    case 'topic':
      return isBlank(contents.topic)
    case 'interventions':
      return contents.hasCome && contents.interventions.every(isBlank)
    case 'response':
      return contents.hasCome && isBlank(contents.response)
    case 'goal':
      return isPatient && contents.hasCome && contents.goalCount === 0
    case 'plan':
      return isBlank(contents.plan) && isBlank(contents.groupPlan)
    case 'risk-follow-up':
      return contents.openFollowUps > 0
  }
}

function isBlank(text: string): boolean {
  return text.trim() === ''
}
