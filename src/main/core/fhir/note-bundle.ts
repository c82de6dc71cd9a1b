import { groupTypeNames } from '../../../shared/agenda/group-type.ts'
import { documentTimes, type DocumentTimes } from '../../../shared/record/document-times.ts'
import { wholeMinutes } from '../../../shared/record/member-facts.ts'
import type { NoteDocumentFacts } from '../../../shared/record/note-document.ts'
import type { NoteFacts, Signer } from '../../../shared/record/note.ts'
import { nameWithCredentials } from '../../../shared/record/signature-words.ts'
import { coLeads, encounterClass, leads, recordNumber, securityLabels, therapyCodes } from './codes.ts'
import { composition } from './composition.ts'
import { isoLocalTime } from '../../../shared/iso-time.ts'
import { narrative, paragraph } from './narrative.ts'
import { fhirString } from './plain-text.ts'
import { bundleIds, concept, nameText, practitionerId, referTo, type BundleIds } from './references.ts'
import { resourceId, urnOf } from './resource-id.ts'
import { sessionParagraphs } from './sections.ts'
import type { Bundle, Encounter, Group, Patient, Practitioner, Resource } from './resources.ts'

/**
 * The signed note of one patient as a document of FHIR R4 (4.0.1, https://hl7.org/fhir/R4/documents.html): the same facts
 * in the same words as the printed note. Of the others who were there it has their number. `assembledAtMs` is a wall time;
 * without a locale, times are written in the computer's own.
 */
export function noteBundle(facts: NoteDocumentFacts, assembledAtMs: number, locale?: string): Bundle {
  const { zone } = facts.note.text.facts
  const timestamp = isoLocalTime(assembledAtMs, zone)
  // A document is immutable: what was put together at another moment is another one.
  const id = resourceId('Bundle', facts.stamp.contentHash, timestamp)
  return {
    resourceType: 'Bundle',
    id,
    meta: { security: securityLabels(facts.part2) },
    identifier: { system: 'urn:ietf:rfc:3986', value: urnOf(id) },
    type: 'document',
    timestamp,
    entry: resourcesOf(facts, locale).map((resource) => ({ fullUrl: urnOf(resource.id), resource })),
  }
}

function resourcesOf(facts: NoteDocumentFacts, locale: string | undefined): Resource[] {
  const ids = bundleIds(facts)
  const times = documentTimes(facts.note.text.facts.zone, locale)
  return [
    composition(facts, ids, locale),
    patient(facts, ids),
    encounter(facts, ids, times),
    group(facts, ids),
    ...practitioners(facts),
  ]
}

function patient({ part2, note }: NoteDocumentFacts, { patient: id }: BundleIds): Patient {
  const { clinic, member } = note.text.facts
  const chartId = fhirString(member.chartId)
  const name = nameText(member.name)
  return {
    resourceType: 'Patient',
    id,
    meta: { security: securityLabels(part2) },
    text: narrative('generated', [
      paragraph(`${name}. ${chartId === undefined ? 'No chart number on file' : `Chart ${chartId}`}`),
    ]),
    ...(chartId === undefined
      ? {}
      : {
          identifier: [
            {
              type: concept('Chart', [recordNumber]),
              value: chartId,
              assigner: { display: nameText(clinic) },
            },
          ],
        }),
    name: [{ use: 'usual', text: name }],
  }
}

/** This patient's part in the session: its length is the minutes that they attended, no matter how long it went on. */
function encounter({ part2, note }: NoteDocumentFacts, ids: BundleIds, times: DocumentTimes): Encounter {
  const { facts } = note.text
  return {
    resourceType: 'Encounter',
    id: ids.encounter,
    meta: { security: securityLabels(part2) },
    text: narrative('additional', sessionParagraphs(facts, times)),
    status: facts.member.hasCome ? 'finished' : 'cancelled',
    class: encounterClass(facts.modality ?? 'in-person'),
    type: [concept(groupTypeNames[facts.groupType], therapyCodes(facts.groupType))],
    serviceType: concept('Group session'),
    subject: referTo(ids.patient),
    ...participants(facts),
    ...timesAttended(facts),
    serviceProvider: { display: nameText(facts.clinic) },
  }
}

function participants({ facilitators }: NoteFacts): Pick<Encounter, 'participant'> {
  if (facilitators.length === 0) return {}
  return {
    participant: facilitators.map((one) => {
      const part = one.role === 'co-lead' ? coLeads : leads
      return { type: [concept(part.display, [part])], individual: referTo(practitionerId(one)) }
    }),
  }
}

// Whoever did not come had no encounter, and so none with a time.
function timesAttended(facts: NoteFacts): Pick<Encounter, 'period' | 'length'> {
  const { member, startedAtMs, endedAtMs, zone } = facts
  if (!member.hasCome) return {}
  return {
    period: { start: isoLocalTime(startedAtMs, zone), end: isoLocalTime(endedAtMs, zone) },
    length: {
      value: wholeMinutes(member.presentMs),
      unit: 'min',
      system: 'http://unitsofmeasure.org',
      code: 'min',
    },
  }
}

/** Everyone who took part, as a number. The one whom the note is about is the only one who is a member by reference. */
function group({ part2, note }: NoteDocumentFacts, ids: BundleIds): Group {
  const { groupName, groupType, memberCount, guestCount, member } = note.text.facts
  const name = nameText(groupName)
  const type = groupTypeNames[groupType]
  const quantity = memberCount + guestCount
  return {
    resourceType: 'Group',
    id: ids.group,
    meta: { security: securityLabels(part2) },
    text: narrative('generated', [paragraph(`${name}. ${type}. ${quantity} took part`)]),
    type: 'person',
    actual: true,
    code: concept(type),
    name,
    quantity,
    ...(member.hasCome ? { member: [{ entity: referTo(ids.patient) }] } : {}),
  }
}

/** Who led and who signed, each once. */
function practitioners({ note, later }: NoteDocumentFacts): Practitioner[] {
  const signers: readonly Signer[] = [
    ...note.text.facts.facilitators,
    note.text.signature.signer,
    ...later.map(({ text }) => text.signature.signer),
  ]
  const byId = new Map(signers.map((signer) => [practitionerId(signer), signer]))
  return Array.from(byId, ([id, signer]) => practitioner(id, signer))
}

function practitioner(id: string, signer: Signer): Practitioner {
  const credentials = fhirString(signer.credentials)
  const name = nameText(signer.name)
  return {
    resourceType: 'Practitioner',
    id,
    text: narrative('generated', [paragraph(nameWithCredentials({ name, credentials: credentials ?? '' }))]),
    name: [{ text: name }],
    ...(credentials === undefined ? {} : { qualification: [{ code: concept(credentials) }] }),
  }
}
