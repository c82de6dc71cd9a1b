import type { GroupType } from '../../../shared/agenda/group-type.ts'
import { isUnderPart2, type Modality, type Part2 } from '../../../shared/session/vocabulary.ts'
import type { Coding } from './resources.ts'

// Codes are written down here, since nothing may be looked up: each as its system published it, with its display.
const loinc = (code: string, display: string): Coding => ({ system: 'http://loinc.org', code, display })
const act = (code: string, display: string): Coding => ({
  system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
  code,
  display,
})
const participation = (code: string, display: string): Coding => ({
  system: 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType',
  code,
  display,
})

/** https://loinc.org/11506-3: a note about one encounter, whatever the profession of who wrote it. */
export const progressNote = loinc('11506-3', 'Progress note')

/** LOINC's sections of a progress note, by the names that the formats give theirs. Data, Behavior and Response have none. */
export const sectionCodes: Readonly<Record<string, Coding>> = {
  Subjective: loinc('61150-9', 'Subjective Narrative'),
  Objective: loinc('61149-1', 'Objective Narrative'),
  Assessment: loinc('51848-0', 'Evaluation note'),
  Plan: loinc('18776-5', 'Plan of care note'),
  Intervention: loinc('62387-6', 'Interventions Narrative'),
  Goal: loinc('61146-7', 'Goals Narrative'),
}

/** In one place or apart. Of a session that was both, nobody noted which it was for this patient. */
export function encounterClass(modality: Modality): Coding {
  const isApart = modality === 'video' || modality === 'phone'
  return isApart ? act('VR', 'virtual') : act('AMB', 'ambulatory')
}

export const leads = participation('PPRF', 'primary performer')
export const coLeads = participation('SPRF', 'secondary performer')

export const recordNumber: Coding = {
  system: 'http://terminology.hl7.org/CodeSystem/v2-0203',
  code: 'MR',
  display: 'Medical record number',
}

/**
 * SNOMED CT has one concept for psychotherapy in a group. A process group is that by its name (SAMHSA TIP 41, ch. 2); of
 * teaching, skills and support the record does not say so, and a payer would read it as such.
 */
export function therapyCodes(groupType: GroupType): readonly Coding[] {
  if (groupType !== 'process') return []
  return [{ system: 'http://snomed.info/sct', code: '76168009', display: 'Group psychotherapy' }]
}

const restricted: Coding = {
  system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality',
  code: 'R',
  display: 'restricted',
}

/** How a record is to be handled: what is said in a group is always restricted. */
export function securityLabels(part2: Part2): readonly Coding[] {
  return isUnderPart2(part2) ? [restricted, act('42CFRPart2', '42 CFR Part2')] : [restricted]
}
