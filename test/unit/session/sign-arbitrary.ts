import fc from 'fast-check'
import type { NoteId, PersonId } from '../../../src/shared/ids.ts'
import { guardKindSchema, signedKindSchema } from '../../../src/shared/record/note-kinds.ts'
import type { CoreCommand } from '../../../src/shared/session/commands.ts'

/** A signature. Of a few ids, members and signers, so that notes are met again by what amends and co-signs them. */
export function signArbitrary(
  person: (index: number) => PersonId,
  note: (index: number) => NoteId,
): fc.Arbitrary<Extract<CoreCommand, { type: 'sign-note' }>> {
  const noteId = fc.integer({ min: 0, max: 9 }).map(note)
  return fc
    .record({
      type: fc.constant('sign-note' as const),
      personId: fc.integer({ min: 2, max: 4 }).map(person),
      noteId,
      kind: fc.constantFrom('note', 'note', 'note', ...signedKindSchema.options),
      amends: noteId,
      commitment: fc.constant('0'.repeat(64)),
      signedById: fc.integer({ min: 0, max: 2 }).map(person),
      needsCoSignature: fc.boolean(),
      overridden: fc.uniqueArray(fc.constantFrom(...guardKindSchema.options)),
    })
    .map((command) => ({ ...command, amends: command.kind === 'note' ? null : command.amends }))
}
