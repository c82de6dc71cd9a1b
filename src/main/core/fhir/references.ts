import type { NoteDocumentFacts } from '../../../shared/record/note-document.ts'
import type { Signer } from '../../../shared/record/note.ts'
import { fhirString } from './plain-text.ts'
import { resourceId, urnOf } from './resource-id.ts'
import type { CodeableConcept, Coding, Reference } from './resources.ts'

/** The ids of what there is one of in a bundle. */
export interface BundleIds {
  readonly composition: string
  readonly encounter: string
  readonly group: string
  readonly patient: string
}

/**
 * A patient keeps their id in every bundle. The group is that of one session and one note, so that two patients' bundles do
 * not tell that they sat in the same circle.
 */
export function bundleIds({ note }: NoteDocumentFacts): BundleIds {
  const { noteId, text } = note
  return {
    composition: resourceId('Composition', noteId),
    encounter: resourceId('Encounter', noteId),
    group: resourceId('Group', noteId),
    patient: resourceId('Patient', text.facts.member.personId),
  }
}

/** Whoever has signed under two names or credentials is there as each of them, as they stood behind the signature. */
export function practitionerId({ personId, name, credentials }: Signer): string {
  return resourceId('Practitioner', personId, name, credentials)
}

export function referTo(id: string): Reference {
  return { reference: urnOf(id) }
}

export function concept(text: string, coding: readonly Coding[] = []): CodeableConcept {
  return coding.length === 0 ? { text } : { coding, text }
}

/** A name that somebody or something has to have; a sign in its place where nothing of it can be shown. */
export function nameText(name: string): string {
  return fhirString(name) ?? '\u{fffd}'
}
