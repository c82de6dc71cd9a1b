// Of FHIR R4 (4.0.1) no more than a note's document has. A field that may be missing is absent, never empty or null:
// FHIR's JSON has neither.

export interface Coding {
  readonly system: string
  readonly code: string
  readonly display: string
}

export interface CodeableConcept {
  readonly coding?: readonly Coding[]
  readonly text: string
}

export interface Narrative {
  readonly status: 'generated' | 'additional'
  readonly div: string
}

export interface Reference {
  readonly reference?: string
  readonly type?: string
  readonly identifier?: Identifier
  readonly display?: string
}

export interface Identifier {
  readonly type?: CodeableConcept
  readonly system?: string
  readonly value: string
  readonly assigner?: Reference
}

interface Labelled {
  readonly meta: { readonly security: readonly Coding[] }
}

interface Named {
  readonly name: readonly { readonly use?: 'usual'; readonly text: string }[]
}

interface ResourceOf<Type extends string> {
  readonly resourceType: Type
  readonly id: string
  readonly text: Narrative
}

export interface Section {
  readonly title: string
  readonly code?: CodeableConcept
  readonly author?: readonly Reference[]
  readonly text: Narrative
  readonly entry?: readonly Reference[]
}

export interface Composition extends ResourceOf<'Composition'>, Labelled {
  readonly identifier: Identifier
  readonly status: 'preliminary' | 'final' | 'amended'
  readonly type: CodeableConcept
  readonly category: readonly CodeableConcept[]
  readonly subject: Reference
  readonly encounter: Reference
  readonly date: string
  readonly author: readonly Reference[]
  readonly title: string
  readonly confidentiality: 'R'
  readonly attester: readonly {
    readonly mode: 'professional'
    readonly time: string
    readonly party: Reference
  }[]
  readonly custodian: Reference
  readonly section: readonly Section[]
}

export interface Encounter extends ResourceOf<'Encounter'>, Labelled {
  readonly status: 'finished' | 'cancelled'
  readonly class: Coding
  readonly type: readonly CodeableConcept[]
  readonly serviceType: CodeableConcept
  readonly subject: Reference
  readonly participant?: readonly {
    readonly type: readonly CodeableConcept[]
    readonly individual: Reference
  }[]
  readonly period?: { readonly start: string; readonly end: string }
  readonly length?: {
    readonly value: number
    readonly unit: 'min'
    readonly system: string
    readonly code: 'min'
  }
  readonly serviceProvider: Reference
}

export interface Group extends ResourceOf<'Group'>, Labelled {
  readonly type: 'person'
  readonly actual: true
  readonly code: CodeableConcept
  readonly name: string
  readonly quantity: number
  readonly member?: readonly { readonly entity: Reference }[]
}

export interface Patient extends ResourceOf<'Patient'>, Labelled, Named {
  readonly identifier?: readonly Identifier[]
}

export interface Practitioner extends ResourceOf<'Practitioner'>, Named {
  readonly qualification?: readonly { readonly code: CodeableConcept }[]
}

export type Resource = Composition | Encounter | Group | Patient | Practitioner

export interface Bundle extends Labelled {
  readonly resourceType: 'Bundle'
  readonly id: string
  readonly identifier: Identifier
  readonly type: 'document'
  readonly timestamp: string
  readonly entry: readonly { readonly fullUrl: string; readonly resource: Resource }[]
}
