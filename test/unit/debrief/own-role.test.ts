import { expect, test } from 'vitest'
import { amendmentKindsOf, ownRole, whyNotSign } from '../../../src/renderer/debrief/own-role.ts'
import { amendmentKindSchema } from '../../../src/shared/record/note-kinds.ts'
import type { Role } from '../../../src/shared/session/vocabulary.ts'
import { running } from '../renderer-live/people.ts'

/** Whoever sits first, as if they had been there in this role, or not at all. */
function roleOf(role: Role | null) {
  const [first] = running.state.people
  if (first === undefined) throw new Error('Nobody is there')
  const people = role === null ? [] : [{ ...first, role }]
  return ownRole({ people }, [{ id: first.personId, isAuthor: true }])
}

test.each([
  ['lead', 'led'],
  ['co-lead', 'led'],
  ['observer', 'sat-in'],
  [null, 'was-not-there'],
] as const)('whoever was there as %s may sign and add what goes with it', (role, own) => {
  const found = roleOf(role)
  expect(found).toBe(own)
  expect(whyNotSign(found) === null).toBe(own === 'led')
  expect(amendmentKindsOf(found)).toEqual(
    { led: amendmentKindSchema.options, 'sat-in': ['attestation'], 'was-not-there': [] }[own],
  )
})
