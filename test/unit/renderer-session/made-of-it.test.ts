import { expect, it } from 'vitest'
import { notesStanding } from '../../../src/renderer/session/documents-made.ts'
import { signatureLines } from '../../../src/renderer/session/signature-lines.ts'
import type { NoteId, PersonId } from '../../../src/shared/ids.ts'
import type { Facilitator } from '../../../src/shared/roster/member.ts'
import type { SignedPlace } from '../../../src/shared/session/state.ts'
import { note, person } from '../session/arbitraries.ts'
import { actAll, startRun } from '../session/run.ts'

const [author, maya, ana, ben] = [person(0), person(1), person(2), person(3)]

function facilitator(id: PersonId, name: string, isAuthor: boolean): Facilitator {
  return {
    id,
    name,
    initials: name.slice(0, 2),
    credentials: isAuthor ? 'LCSW' : 'LPC',
    isAuthor,
    needsCoSignature: false,
    mayCoSign: !isAuthor,
    hasSigningPin: false,
    signingPinResetAtMs: null,
  }
}

const named = {
  roster: {
    clinic: '',
    groups: [],
    members: [],
    facilitators: [facilitator(author, 'Nora Field', true), facilitator(maya, 'Maya Reed', false)],
  },
  nameOf: (id: PersonId) => (id === ana ? 'Ana' : 'Ben'),
}

interface Signing extends Partial<SignedPlace> {
  readonly personId: PersonId
  readonly kind: SignedPlace['kind']
}

function signed(index: number, place: Signing): SignedPlace {
  const rest = { needsCoSignature: false, overridden: [], amends: null, signedById: author }
  return { noteId: note(index), wallMs: index * 60_000, ...rest, ...place }
}

const noteOf = (index: number, personId: PersonId) => signed(index, { personId, kind: 'note' })
const amends = (noteId: NoteId, kind: SignedPlace['kind']) => ({ personId: ana, kind, amends: noteId })

it('lists a signer once with all their notes, a co-signer with theirs, and each amendment by itself', () => {
  const places = [
    noteOf(1, ana),
    noteOf(2, ben),
    signed(3, { ...amends(note(1), 'co-signature'), signedById: maya }),
    signed(4, amends(note(1), 'addendum')),
  ]
  expect(
    signatureLines(places, named).map(({ title, about, wallMs }) => [title, about, wallMs / 60_000]),
  ).toEqual([
    ['You, LCSW', 'all 2', 2],
    ['Maya Reed, LPC', 'co-signed', 3],
    ['Addendum, Ana', 'you', 4],
  ])
})

it('says of somebody who is no longer on file that they signed', () => {
  const line = signatureLines([signed(1, { personId: ana, kind: 'note', signedById: person(9) })], named)
  expect(line).toMatchObject([{ title: 'No longer on file', about: 'the note' }])
})

it('counts the notes of members who came, and says what became of them', () => {
  const { people } = actAll(startRun(), [0, { type: 'arrive-all' }]).state
  const came = people.filter(
    ({ personId, role }) => role !== 'member' || personId === ana || personId === ben,
  )
  const standing = (...places: readonly SignedPlace[]) =>
    notesStanding({ people: came, signed: places, erasedIds: [] })
  expect(standing()).toEqual({ title: '2 member notes', about: 'none signed yet' })
  expect(standing(noteOf(1, ana))).toEqual({ title: '1 of 2 member notes', about: 'signed so far' })
  const both = [noteOf(1, ana), noteOf(2, ben)] as const
  expect(standing(...both)).toEqual({ title: '2 member notes', about: 'signed' })
  expect(standing(...both, signed(3, amends(note(1), 'addendum')))).toMatchObject({
    about: 'one with an addendum',
  })
  expect(standing(signed(1, { ...both[0], needsCoSignature: true }), both[1])).toMatchObject({
    about: '1 to co-sign',
  })
})
