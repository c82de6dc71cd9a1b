import type { Sender } from '../../../src/main/ipc/door.ts'
import type { LogEntry } from '../../../src/main/ipc/log.ts'
import { contract, isCallName } from '../../../src/shared/ipc/contract.ts'
import type { Failure } from '../../../src/shared/ipc/failure.ts'
import { z } from '../../../src/shared/zod.ts'
import type { Finding } from './campaign.ts'
import { besideWords } from './fuzz-house.ts'
import { marker } from './fuzz-junk.ts'
import { partsOf, type Schema } from './fuzz-schema.ts'
import { nameWord, privateWord } from './fuzz-vault.ts'

/** One call, as it was asked. */
export interface Asked {
  readonly sender: Sender
  readonly name: unknown
  readonly input: unknown
  /** Who had the vault open then, and whether the names were concealed. */
  readonly role: 'author' | 'reviewer' | null
  readonly isConcealed: boolean
}

type Tell = (finding: Finding, words: string) => void

/** What stands for no more than a call may answer while the names are concealed; the calls of main that name nobody too. */
const answeredConcealed: ReadonlySet<string> = new Set([
  'comments.save-draft',
  'conceal.begin',
  'conceal.read',
  'conceal.reveal',
  'debrief.save-amendment',
  'debrief.save-response',
  'debrief.save-shared',
  'follow-up.save-draft',
  'interaction.add',
  'room.read',
  'safety.read',
  'seats.place',
  'seats.read',
  'seats.reset',
  'session.act',
  'session.keep-private-note',
  'session.record-note',
  'sheet.keep',
  'sheet.kept',
  'agenda.keep-draft',
  'display.read',
  'display.toggle',
  'display.close',
  'export.cancel-notes',
  'export.choose-folder',
  'export.verify',
  'import.choose',
  'agenda.choose-file',
])

const codes = [
  'untrusted-sender',
  'unknown-call',
  'locked',
  'concealed',
  'not-allowed',
  'no-vault',
  'vault-exists',
  'weak-passphrase',
  'wrong-secret',
  'older-version',
  'not-found',
  'group-full',
  'name-taken',
  'agenda-over-length',
  'not-closed',
  'session-open',
  'not-a-patient',
  'already-corrected',
  'same-passphrase',
  'reviews-already',
  'too-many-reviewers',
  'group-closed',
  'needs-readmission',
  'stands-otherwise',
  'not-a-table',
  'not-an-agenda',
  'import-unsettled',
  'import-in-use',
  'not-past',
  'on-hold',
  'no-viewer',
  'print-failed',
  'not-readable',
  'folder-unfit',
  'file-changed',
  'not-a-backup',
  'no-folder',
  'no-key-store',
  'computer-key-lost',
  'passphrase-first',
  'keys-changing',
  'cancelled',
] as const satisfies readonly Failure['code'][]

/** Of the vault's own files nothing is wrong here, so a failure that tells of damage is one that tells what is not so. */
const failureSchema = z.discriminatedUnion('code', [
  z.strictObject({
    code: z.literal('bad-input'),
    fields: z
      .array(z.strictObject({ path: z.string(), rule: z.string().regex(/^[a-z]+(?:[-_][a-z0-9]+)*$/) }))
      .max(20),
  }),
  z.strictObject({ code: z.literal('refused'), refusal: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/) }),
  z.strictObject({ code: z.literal('too-many-tries'), waitMs: z.int().min(1).max(60_000) }),
  z.strictObject({ code: z.enum(codes) }),
])
const resultSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), error: failureSchema }),
])

/** Holds one answer to all that it has to be. */
export function judge(asked: Asked, answer: unknown, tell: Tell): void {
  const read = resultSchema.safeParse(answer)
  if (!read.success) return tell('wrongAnswers', `no Result of the contract: ${codeOf(answer)}`)
  const expected = refusalBy(asked)
  const told = JSON.stringify(answer)
  if (told.includes(besideWords)) tell('wrongAnswers', 'a file of somebody else was read')
  if (!read.data.ok) {
    const { error } = read.data
    if (expected !== null && error.code !== expected)
      tell('wrongAnswers', `${error.code} instead of ${expected}`)
    if (told.includes(marker)) tell('wrongAnswers', `something of the input came back with ${error.code}`)
    if (error.code === 'bad-input' && !error.fields.every(({ path }) => isPath(path)))
      tell('wrongAnswers', 'a path of bad-input that the contract does not have')
    return
  }
  if (expected !== null) return tell('wrongAnswers', `answered instead of ${expected}`)
  judgeValue(asked, read.data.value, told, tell)
}

function judgeValue({ name, role, isConcealed }: Asked, value: unknown, told: string, tell: Tell): void {
  if (!isCallName(name)) return tell('wrongAnswers', 'an unknown call was answered')
  const output = contract[name].output.safeParse(value)
  if (!output.success) {
    const [issue] = output.error.issues
    tell('wrongAnswers', `an output that the contract has not: ${issue?.code} at ${issue?.path.join('.')}`)
  }
  const mayName = role !== null && !(isConcealed && answeredConcealed.has(name))
  if (!mayName && told.includes(nameWord)) tell('wrongAnswers', 'somebody was named')
  if (role !== 'author' && told.includes(privateWord)) tell('wrongAnswers', 'a private note was told')
}

/** What a call has to fail with before anybody looks at what it is about; null where it may be answered. */
function refusalBy({ sender, name, input, role, isConcealed }: Asked): Failure['code'] | null {
  if (sender.window === 'none' || (sender.window === 'room' && name !== 'room.read'))
    return 'untrusted-sender'
  if (!isCallName(name)) return 'unknown-call'
  if (!contract[name].input.safeParse(input).success) return 'bad-input'
  const { needs } = contract[name]
  if (needs === 'nothing') return null
  if (role === null) return 'locked'
  if (needs === 'vault' && role !== 'author') return 'not-allowed'
  return isConcealed && !answeredConcealed.has(name) ? 'concealed' : null
}

function codeOf(answer: unknown): string {
  const named = z.object({ error: z.object({ code: z.string().max(40) }) }).safeParse(answer)
  return named.success && !named.data.error.code.includes(marker) ? named.data.error.code : 'no code'
}

const keys = new Set<string>()
for (const { input } of Object.values(contract)) collectKeys(input)

function collectKeys(schema: Schema): void {
  for (const [key, part] of partsOf(schema)) {
    if (key !== null) keys.add(key)
    collectKeys(part)
  }
}

function isPath(path: string): boolean {
  return path === '' || path.split('.').every((part) => keys.has(part) || /^\d+$/.test(part))
}

/** What was logged of a call: what it threw is a crash, in the console as well as here. */
export function judgeLog(entries: readonly LogEntry[], tell: Tell): void {
  for (const entry of entries) if (entry.event === 'call-threw') tell('crashes', `thrown at ${entry.at}`)
  if (JSON.stringify(entries).includes(marker)) tell('wrongAnswers', 'something of the input was logged')
}

const prototypes = [Object, Array, String, Number, Function, Map, Promise].map(({ prototype }) => prototype)

/** Answers whether what all objects share is as it is now. What a library has put there before is no finding. */
export function rememberShared(): () => boolean {
  const untouched = prototypes.map(shapeOf)
  return () => prototypes.every((prototype, at) => shapeOf(prototype) === untouched[at])
}

function shapeOf(prototype: object): string {
  return Reflect.ownKeys(prototype).map(String).join()
}
