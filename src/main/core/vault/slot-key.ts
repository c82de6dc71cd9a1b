import { hashRaw } from '@node-rs/argon2'
import { z } from '../../../shared/zod.ts'
import { base64Schema } from './base64-schema.ts'

export const saltBytes = 16
export const keyBytes = 32

/** Argon2id parameters of one slot. Memory in KiB; salt in Base64. */
export const argon2idSchema = z.strictObject({
  memoryKiB: z.int(),
  passes: z.int(),
  lanes: z.int(),
  salt: base64Schema(saltBytes),
})
type Argon2id = z.infer<typeof argon2idSchema>
/** How hard a secret is to guess. */
export type Strength = Omit<Argon2id, 'salt'>

/**
 * The least that a new slot is made with, and that is accepted when one is read. Refusing less defeats a downgrade. More
 * than one lane would help whoever guesses, with many cores, and not this program: the library derives in one thread.
 */
export const floor = { memoryKiB: 65_536, passes: 3, lanes: 1 } as const

/** The most that is accepted: a hostile header could ask for all of the memory, or for a day. */
export const ceiling = { memoryKiB: 1_048_576, passes: 64, lanes: 16 } as const

export function isUnderFloor(argon2id: Strength): boolean {
  return (
    argon2id.memoryKiB < floor.memoryKiB || argon2id.passes < floor.passes || argon2id.lanes < floor.lanes
  )
}

export function isOverCeiling(argon2id: Strength): boolean {
  return (
    argon2id.memoryKiB > ceiling.memoryKiB ||
    argon2id.passes > ceiling.passes ||
    argon2id.lanes > ceiling.lanes
  )
}

/** Derives the 32-byte key that wraps a slot's keys. The caller zeroes it, and `secret` too. */
export function deriveSlotKey(secret: Uint8Array, argon2id: Argon2id): Promise<Buffer> {
  // The library's defaults are the rest of the format: algorithm Argon2id, version 0x13.
  return hashRaw(secret, {
    memoryCost: argon2id.memoryKiB,
    timeCost: argon2id.passes,
    parallelism: argon2id.lanes,
    salt: Buffer.from(argon2id.salt, 'base64'),
    outputLen: keyBytes,
  })
}
