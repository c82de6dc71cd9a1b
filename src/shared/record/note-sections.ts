import type { NoteFormat } from './note.ts'

/** The parts that every note has. */
export type NotePart = 'data' | 'numbers' | 'goals' | 'interventions' | 'response' | 'plan'

export interface NoteSection {
  /** The heading's word in the field, as in `Assessment`. */
  readonly name: string
  readonly parts: readonly NotePart[]
}

/**
 * The four formats that clinics use, as orders of one model. Numbers that a member gave are what they said of themselves,
 * so SOAP has them under Subjective.
 */
export const noteSections: Readonly<Record<NoteFormat, readonly NoteSection[]>> = {
  DAP: [
    { name: 'Data', parts: ['data', 'numbers', 'interventions'] },
    { name: 'Assessment', parts: ['response', 'goals'] },
    { name: 'Plan', parts: ['plan'] },
  ],
  SOAP: [
    { name: 'Subjective', parts: ['numbers'] },
    { name: 'Objective', parts: ['data', 'interventions'] },
    { name: 'Assessment', parts: ['response', 'goals'] },
    { name: 'Plan', parts: ['plan'] },
  ],
  BIRP: [
    { name: 'Behavior', parts: ['data', 'numbers'] },
    { name: 'Intervention', parts: ['interventions'] },
    { name: 'Response', parts: ['response', 'goals'] },
    { name: 'Plan', parts: ['plan'] },
  ],
  GIRP: [
    { name: 'Goal', parts: ['goals'] },
    { name: 'Intervention', parts: ['interventions'] },
    { name: 'Response', parts: ['data', 'numbers', 'response'] },
    { name: 'Plan', parts: ['plan'] },
  ],
}
