import { describe, expect, it, test } from 'vitest'
import { noteBundle } from '../../../src/main/core/fhir/note-bundle.ts'
import type { Resource } from '../../../src/main/core/fhir/resources.ts'
import { progressNoteDocument } from '../../../src/main/documents/progress-note.tsx'
import { groupTypeSchema } from '../../../src/shared/agenda/group-type.ts'
import { readStampTitle } from '../../../src/shared/record/document-stamp.ts'
import type { NoteDocumentFacts } from '../../../src/shared/record/note-document.ts'
import { amendmentKindSchema } from '../../../src/shared/record/note-kinds.ts'
import { noteSections } from '../../../src/shared/record/note-sections.ts'
import { noteFormatSchema } from '../../../src/shared/record/note.ts'
import { part2Statement1, part2Statement2 } from '../../../src/shared/record/part2-statements.ts'
import { part2Schema } from '../../../src/shared/session/vocabulary.ts'
import { definitely } from '../../core/support/world.ts'
import { documentErrors, narrativeText, schemaErrors } from '../../support/fhir-rules.ts'
import {
  amendment,
  author,
  coSignature,
  disclosure,
  noteDocument,
  noteFacts,
  signedNote,
  supervisor,
  type Later,
} from '../../support/note-cases.ts'

const assembledAtMs = Date.parse('2026-12-01T09:00:00-05:00')

function make(facts: NoteDocumentFacts) {
  const bundle = noteBundle(facts, assembledAtMs, 'en-US')
  const text = JSON.stringify(bundle)
  const resources = bundle.entry.map(({ resource }) => resource)
  const all = <Type extends Resource['resourceType']>(type: Type) =>
    resources.filter(
      (resource): resource is Extract<Resource, { resourceType: Type }> => resource.resourceType === type,
    )
  const only = <Type extends Resource['resourceType']>(type: Type) => definitely(all(type)[0])
  return {
    bundle,
    text,
    composition: only('Composition'),
    encounter: only('Encounter'),
    group: only('Group'),
    patient: only('Patient'),
    practitioners: all('Practitioner'),
  }
}

function expectValid(text: string): void {
  expect(schemaErrors(text)).toEqual([])
  expect(documentErrors(text)).toEqual([])
}

/** By a PIN that was set anew without the one before. */
function afterReset({ noteId, text }: Later): Later {
  if (text.kind !== 'co-signature') throw new Error('only a co-signature is proven with a PIN')
  return { noteId, text: { ...text, pinResetAtMs: Date.parse('2026-11-22T10:40:00-05:00') } }
}

const everyAmendment = amendmentKindSchema.options.map((kind, index) =>
  amendment(index + 1, kind, `What came later, ${index}.\nA second line.`),
)
const laters = [
  [],
  [coSignature(1)],
  [coSignature(1), ...everyAmendment, coSignature(2, everyAmendment[1]?.noteId)],
  [afterReset(coSignature(1)), ...everyAmendment, afterReset(coSignature(2, everyAmendment[1]?.noteId))],
]

describe.each(noteFormatSchema.options)('a note in the order of %s', (format) => {
  describe.each(part2Schema.options)('of a group that is %s', (part2) => {
    it.each(laters)('is what R4 says a document is', (...later) => {
      expectValid(make(noteDocument(signedNote(format, { part2 }), later, disclosure)).text)
    })

    it('has the sections of its format in their order, and the statements before them', () => {
      const { composition, text } = make(noteDocument(signedNote(format, { part2 }), [], disclosure))
      const titles = composition.section.map(({ title }) => title)
      const own = noteSections[format].map(({ name }) => name)
      expect(titles).toEqual(['Confidentiality', 'Session', ...own, 'Signatures'])
      const said = narrativeText(text)
      for (const statement of [...part2Statement1, part2Statement2])
        expect(said.includes(statement)).toBe(part2 !== 'none')
      expect(text.includes('42CFRPart2')).toBe(part2 !== 'none')
    })
  })
})

describe('what the paper says, the bundle says', () => {
  // Headings of a page, which a bundle has none of.
  const onPaperAlone = 'The note above stands as it was signed. What was signed later:'

  test.each(noteFormatSchema.options)('in a note in the order of %s', (format) => {
    for (const later of laters) {
      for (const consent of [disclosure, { kind: 'chart' } as const]) {
        const facts = noteDocument(
          signedNote(format, { enteredLateAtMs: assembledAtMs, breakMs: 600_000, guestCount: 2 }),
          later,
          consent,
        )
        const awaited = later.length === 1 ? [] : [facts.note.noteId, ...later.map(({ noteId }) => noteId)]
        const { bodyHtml } = progressNoteDocument({ ...facts, awaited }, 'en-US')
        const { text, composition } = make({ ...facts, awaited })
        const titles = composition.section.map(({ title }) => title)
        const said = plain([narrativeText(text), ...titles].join(' '))
        for (const piece of htmlTexts(bodyHtml)) {
          if (piece !== onPaperAlone) expect(said).toContain(plain(piece))
        }
      }
    }
  })
})

function htmlTexts(html: string): string[] {
  return html
    .split(/<[^>]*>/)
    .map((piece) => unescapeHtml(piece).trim())
    .filter((piece) => piece !== '')
}

function unescapeHtml(text: string): string {
  const signs: Readonly<Record<string, string>> = { '#x27': "'", quot: '"', lt: '<', gt: '>', amp: '&' }
  return text.replaceAll(/&(#x27|quot|lt|gt|amp);/g, (_, sign: string) => signs[sign] ?? '')
}

// The paper sets apart by place what a narrative sets apart by a sign.
function plain(text: string): string {
  return text.replaceAll(/[\s.;]+/gu, '')
}

describe('the composition', () => {
  it('is a progress note by LOINC, restricted, of the clinic, attested by who signed it', () => {
    const facts = noteDocument(signedNote('SOAP'), [coSignature(1)])
    const { composition, practitioners } = make(facts)
    expect(composition).toMatchObject({
      status: 'final',
      type: { coding: [{ system: 'http://loinc.org', code: '11506-3', display: 'Progress note' }] },
      confidentiality: 'R',
      custodian: { display: 'Harbor Street Outpatient' },
      date: '2026-11-24T20:31:00-05:00',
      attester: [
        { mode: 'professional', time: '2026-11-24T20:31:00-05:00' },
        { mode: 'professional', time: '2026-11-25T09:31:00-05:00' },
      ],
    })
    const urlOf = ({ name }: { readonly name: string }) =>
      practitioners.filter((one) => one.name[0]?.text === name).map(({ id }) => `urn:uuid:${id}`)
    expect(composition.author.map(({ reference }) => reference)).toEqual(urlOf(author))
    expect(composition.attester.map(({ party }) => party.reference)).toEqual([
      ...urlOf(author),
      ...urlOf(supervisor),
    ])
    expect(composition.section.map(({ code }) => code?.coding?.[0]?.code)).toEqual([
      undefined,
      undefined,
      '61150-9',
      '61149-1',
      '51848-0',
      '18776-5',
      undefined,
    ])
  })

  it('is amended once something is added, and then of that day; each addition is a section by its author', () => {
    const { composition, practitioners } = make(noteDocument(signedNote('DAP'), everyAmendment))
    expect(composition).toMatchObject({ status: 'amended', date: '2026-11-26T18:31:00-05:00' })
    const added = composition.section.slice(-4)
    expect(added.map(({ title }) => title)).toEqual(['Late entry', 'Addendum', 'Correction', 'Attestation'])
    expect(added[1]?.text.div).toContain(
      'Addendum of Nov 26, 2026, 4:31 PM, 45 h after the session, signed electronically by Nora Field, LCSW',
    )
    expect(added[1]?.text.div).toContain('What came later, 1.<br/>A second line.')
    const nora = practitioners.find((one) => one.name[0]?.text === author.name)
    for (const section of added) expect(section.author).toEqual([{ reference: `urn:uuid:${nora?.id}` }])
  })

  it('is preliminary while a co-signature that the clinic wants is not there', () => {
    const facts = noteDocument(signedNote('DAP'), everyAmendment)
    const { composition } = make({ ...facts, awaited: [facts.note.noteId] })
    expect(composition.status).toBe('preliminary')
    expect(composition.section.find(({ title }) => title === 'Signatures')?.text.div).toContain(
      'Not co-signed yet',
    )
  })

  it('names for whom it is, and the consent by its reference', () => {
    const { composition } = make(noteDocument(signedNote('DAP', { part2: 'none' }), [], disclosure))
    expect(composition.section[0]).toMatchObject({
      entry: [{ type: 'Consent', identifier: { value: '0417-3 of 2 September 2026' } }],
    })
    const chart = make(noteDocument(signedNote('DAP', { part2: 'none' })))
    expect(chart.composition.section[0]?.title).toBe('Session')
  })

  it('carries its stamp, so that the console knows what a changed file was', () => {
    expect(readStampTitle(make(noteDocument(signedNote('DAP'))).text)).toEqual({
      code: '5AE1-3F',
      version: 1,
      contentStart: '4e91c07a1b2c3d4e',
    })
  })
})

describe('the encounter', () => {
  it('is the patient’s own: the session’s hours, their minutes, who led', () => {
    const { encounter, patient } = make(noteDocument(signedNote('DAP')))
    expect(encounter).toMatchObject({
      status: 'finished',
      class: { code: 'AMB' },
      type: [{ text: 'Relapse prevention' }],
      serviceType: { text: 'Group session' },
      subject: { reference: `urn:uuid:${patient.id}` },
      period: { start: '2026-11-24T18:00:00-05:00', end: '2026-11-24T19:31:00-05:00' },
      length: { value: 87, code: 'min' },
      participant: [{ type: [{ coding: [{ code: 'PPRF' }] }] }, { type: [{ coding: [{ code: 'SPRF' }] }] }],
    })
    expect(encounter.type[0]).not.toHaveProperty('coding')
  })

  it.each([
    ['in-person', 'AMB'],
    ['video', 'VR'],
    ['phone', 'VR'],
    ['hybrid', 'AMB'],
  ] as const)('%s is of the class %s', (modality, code) => {
    expect(make(noteDocument(signedNote('DAP', { modality }))).encounter.class.code).toBe(code)
  })

  it('is psychotherapy by code in a process group, and in no other', () => {
    const codes = groupTypeSchema.options.filter(
      (groupType) =>
        make(noteDocument(signedNote('DAP', { groupType }))).encounter.type[0]?.coding?.[0]?.code ===
        '76168009',
    )
    expect(codes).toEqual(['process'])
  })

  it('of somebody who did not come is cancelled and has no time', () => {
    const member = { ...noteFacts.member, presence: 'absent', hasCome: false, presentMs: 0 } as const
    const { encounter, group, text } = make(noteDocument(signedNote('DAP', { member })))
    expect(encounter.status).toBe('cancelled')
    expect(encounter).not.toHaveProperty('period')
    expect(encounter).not.toHaveProperty('length')
    expect(group).not.toHaveProperty('member')
    expectValid(text)
  })
})

describe('people', () => {
  it('other than the patient and who led and signed are a number', () => {
    const { group, patient, practitioners } = make(noteDocument(signedNote('DAP', { guestCount: 2 })))
    expect(group).toMatchObject({ type: 'person', actual: true, quantity: 12 })
    expect(group.member).toEqual([{ entity: { reference: `urn:uuid:${patient.id}` } }])
    expect(practitioners).toHaveLength(2)
  })

  it('have what is on file, and nothing where nothing is', () => {
    const { patient, practitioners } = make(noteDocument(signedNote('DAP')))
    expect(patient).toMatchObject({
      identifier: [{ value: '0417', assigner: { display: 'Harbor Street Outpatient' } }],
      name: [{ use: 'usual', text: 'Dee Sample' }],
    })
    expect(practitioners[1]).toMatchObject({
      name: [{ text: 'Maya Reed' }],
      qualification: [{ code: { text: 'LPC, CADC' } }],
    })
    const bare = make(
      noteDocument(
        signedNote('DAP', {
          member: { ...noteFacts.member, chartId: '' },
          facilitators: noteFacts.facilitators.map((one) => ({ ...one, credentials: '' })),
        }),
      ),
    )
    expect(bare.patient).not.toHaveProperty('identifier')
    expect(bare.practitioners[1]).not.toHaveProperty('qualification')
    expectValid(bare.text)
  })

  it('keep their ids from bundle to bundle; a session shows in none that are of different patients', () => {
    const one = make(noteDocument(signedNote('DAP')))
    const again = noteDocument(signedNote('SOAP', { number: 15 }), [coSignature(1)])
    expect(make(again).patient.id).toBe(one.patient.id)
    const other = noteDocument(
      signedNote('DAP', { member: { ...noteFacts.member, personId: supervisor.personId } }),
    )
    const otherNote = make({ ...other, note: { ...other.note, noteId: coSignature(7).noteId } })
    const ids = (made: typeof one) =>
      made.bundle.entry
        .map(({ fullUrl }) => fullUrl)
        .filter((url) => !made.practitioners.some(({ id }) => url.endsWith(id)))
    expect(ids(one).filter((url) => ids(otherNote).includes(url))).toEqual([])
    for (const { sessionId, groupId, member, facilitators } of [noteFacts])
      for (const id of [sessionId, groupId, member.personId, ...facilitators.map((led) => led.personId)])
        expect(one.text).not.toContain(id)
  })
})

describe('the file', () => {
  it('is the same for the same content at the same moment, and another document at another', () => {
    const facts = noteDocument(signedNote('DAP'))
    expect(make(facts).text).toBe(make(facts).text)
    const later = noteBundle(facts, assembledAtMs + 1_000, 'en-US')
    expect(later.identifier.value).not.toBe(make(facts).bundle.identifier.value)
    expect(later.entry).toEqual(make(facts).bundle.entry)
  })

  it('writes a right-to-left text as one', () => {
    const note = signedNote('DAP')
    const { composition, text } = make(
      noteDocument({ ...note, words: { ...note.words, response: 'مشى إلى <البيت>' } }),
    )
    expect(composition.section.find(({ title }) => title === 'Assessment')?.text.div).toContain(
      '<p dir="rtl">مشى إلى &lt;البيت&gt;</p>',
    )
    expectValid(text)
  })
})
