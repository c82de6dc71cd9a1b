import { agendaSchema } from '../agenda/phase.ts'
import { groupIdSchema, personIdSchema } from '../ids.ts'
import { groupDraftSchema, groupSchema } from '../roster/group.ts'
import {
  aliasesSchema,
  facilitatorDraftSchema,
  facilitatorSchema,
  memberDraftSchema,
  memberSchema,
} from '../roster/member.ts'
import { z } from '../zod.ts'
import { call } from './call.ts'
import { pinSchema } from './conceal-calls.ts'
import { secretSchema } from './vault-calls.ts'

export const rosterSchema = z.strictObject({
  clinic: z.string(),
  groups: z.array(groupSchema),
  members: z.array(memberSchema),
  facilitators: z.array(facilitatorSchema),
})
export type Roster = z.infer<typeof rosterSchema>

/** A closed group takes nobody by itself: somebody has to decide it. */
const evenIfClosed = z.boolean().optional()

export const rosterCalls = {
  'roster.read': call('record', z.strictObject({}), rosterSchema),
  /**
   * The same with those members alone whom a day can ask about: who is in a group, and whom a risk follow-up is open for.
   * After twenty years the others are thousands.
   */
  'roster.current': call('record', z.strictObject({}), rosterSchema),
  /** A new group takes the template of its type, fitted to its length. */
  'roster.create-group': call('vault', groupDraftSchema, z.strictObject({ groupId: groupIdSchema })),
  'roster.change-group': call(
    'vault',
    z.strictObject({ groupId: groupIdSchema, draft: groupDraftSchema }),
    z.null(),
  ),
  'roster.create-member': call(
    'vault',
    z.strictObject({ groupId: groupIdSchema, draft: memberDraftSchema, evenIfClosed }),
    z.strictObject({ personId: personIdSchema }),
  ),
  'roster.change-member': call(
    'vault',
    z.strictObject({ personId: personIdSchema, draft: memberDraftSchema }),
    z.null(),
  ),
  /** Replaces the other words that would tell who a member is. */
  'roster.set-aliases': call(
    'vault',
    z.strictObject({ personId: personIdSchema, aliases: aliasesSchema }),
    z.null(),
  ),
  /**
   * Puts a member into a group, or takes them out of it; their past sessions stay as they were, and their history of care
   * tells of it. Fails like `care.enter`.
   */
  'roster.enrol': call(
    'vault',
    z.strictObject({ groupId: groupIdSchema, personId: personIdSchema, evenIfClosed }),
    z.null(),
  ),
  'roster.withdraw': call(
    'vault',
    z.strictObject({ groupId: groupIdSchema, personId: personIdSchema }),
    z.null(),
  ),
  'roster.create-facilitator': call(
    'vault',
    facilitatorDraftSchema,
    z.strictObject({ personId: personIdSchema }),
  ),
  'roster.change-facilitator': call(
    'vault',
    z.strictObject({ personId: personIdSchema, draft: facilitatorDraftSchema }),
    z.null(),
  ),
  /** Whose signature asks for another one, and who may give it. What is signed already stays as it was. */
  'roster.set-co-signing': call(
    'vault',
    z.strictObject({ personId: personIdSchema, needsCoSignature: z.boolean(), mayCoSign: z.boolean() }),
    z.null(),
  ),
  /**
   * The PIN that a co-signer signs with. It takes the vault's passphrase and, once there is one, the PIN before. Fails with
   * `wrong-secret`, and counts like `note.co-sign`.
   */
  'roster.set-signing-pin': call(
    'vault',
    z.strictObject({
      personId: personIdSchema,
      pin: pinSchema,
      /** The PIN until now; null for the first. */
      oldPin: pinSchema.nullable(),
      passphrase: secretSchema,
    }),
    z.null(),
  ),
  /**
   * Another PIN for a co-signer who has forgotten theirs. It takes the passphrase alone, so it is not done behind their
   * back: that and when it was stays with their PIN for good, is shown with each co-signature that follows, and stands in
   * its signed text. Fails with `not-found` while there is no PIN, or `wrong-secret`, which counts like `note.co-sign`.
   */
  'roster.reset-signing-pin': call(
    'vault',
    z.strictObject({ personId: personIdSchema, pin: pinSchema, passphrase: secretSchema }),
    z.null(),
  ),
} as const

export const agendaCalls = {
  /** Replaces a group's agenda. Its minutes may not exceed the group's length. */
  'agenda.change': call('vault', z.strictObject({ groupId: groupIdSchema, phases: agendaSchema }), z.null()),
  /** Takes the template of the group's type again, fitted to the group's length. */
  'agenda.reset': call('vault', z.strictObject({ groupId: groupIdSchema }), z.null()),
} as const
