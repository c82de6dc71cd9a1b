import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { canonicalJson, type Json } from '../../../shared/canonical-json.ts'
import { backupFactsSchema } from '../../../shared/ipc/backup-calls.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import { z } from '../../../shared/zod.ts'
import { base64Schema } from '../vault/base64-schema.ts'

const format = 'circlekeeper-backup'
const version = 1
const macBytes = 32

const fileSchema = z.strictObject({ bytes: z.int().min(1), sha256: z.hash('sha256') })

const bodySchema = z.strictObject({
  format: z.literal(format),
  version: z.literal(version),
  vaultId: z.uuid(),
  madeAtMs: z.int(),
  /** The number of the record's last migration. */
  schema: z.int().min(1),
  files: z.strictObject({ header: fileSchema, record: fileSchema }),
  facts: backupFactsSchema,
})
const labelSchema = bodySchema.extend({ mac: base64Schema(macBytes) })
/** What `backup.json` says, its checksum aside. */
export type Label = z.infer<typeof labelSchema>

// As in a vault's header: an older program can tell a newer backup from a damaged one.
const anyVersionSchema = z.looseObject({ format: z.literal(format), version: z.int().min(1) })
const sealedSchema = anyVersionSchema.extend({ checksum: z.hash('sha256') })

/** Makes the label of a backup, sealed with the key that `deriveBackupKey` gives. */
export function makeLabel(
  parts: Pick<Label, 'vaultId' | 'madeAtMs' | 'schema' | 'files' | 'facts'>,
  backupKey: Uint8Array,
): Label {
  const body = { format, version, ...parts } as const
  return { ...body, mac: macOf(body, backupKey).toString('base64') }
}

/** The bytes of `backup.json`: canonical JSON and a line feed. */
export function writeLabel(label: Label): string {
  return `${canonicalJson({ ...label, checksum: checksumOf(label) })}\n`
}

/** Reads `backup.json` as far as that is possible without a secret. */
export function readLabel(
  text: string,
): Result<Label, { readonly code: 'damaged-backup' | 'newer-version' }> {
  const value = parse(text)
  const told = anyVersionSchema.safeParse(value)
  if (value === undefined || !told.success) return fail({ code: 'damaged-backup' })
  if (told.data.version > version) return fail({ code: 'newer-version' })
  const sealed = sealedSchema.safeParse(value)
  // Only the canonical text passes, so no byte is without meaning.
  if (!sealed.success || text !== `${canonicalJson(value)}\n`) return fail({ code: 'damaged-backup' })
  const { checksum, ...rest } = sealed.data
  const label = labelSchema.safeParse(rest)
  return label.success && checksum === checksumOf(label.data)
    ? succeed(label.data)
    : fail({ code: 'damaged-backup' })
}

/** Whether the label is the one that a holder of the record key wrote. */
export function isSealed({ mac, ...body }: Label, backupKey: Uint8Array): boolean {
  return timingSafeEqual(Buffer.from(mac, 'base64'), macOf(body, backupKey))
}

// Deeply nested input ends in a RangeError, which is damage too.
function parse(text: string): Json | undefined {
  try {
    return z.json().parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

function checksumOf(value: Json): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex')
}

function macOf(body: z.infer<typeof bodySchema>, backupKey: Uint8Array): Buffer {
  return createHmac('sha256', backupKey).update(canonicalJson(body)).digest()
}
