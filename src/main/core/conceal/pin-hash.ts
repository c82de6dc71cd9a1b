import { timingSafeEqual } from 'node:crypto'
import type { Random } from '../effects.ts'
import { deriveSlotKey, saltBytes } from '../vault/slot-key.ts'
import type { PinRow } from './conceal-repository.ts'

/**
 * Quick beside a passphrase's parameters, since somebody waits for it in front of a group. It need not be slower: whoever
 * reads this hash has the record open already, and at the window five tries are all there are.
 */
const parameters = { memoryKiB: 19_456, passes: 2, lanes: 1 } as const

export async function hashPin(pin: string, random: Random): Promise<PinRow> {
  const salt = random.bytes(saltBytes)
  return { salt, hash: await derive(pin, salt) }
}

export async function isPin(pin: string, { salt, hash }: PinRow): Promise<boolean> {
  return timingSafeEqual(await derive(pin, salt), hash)
}

async function derive(pin: string, salt: Uint8Array): Promise<Buffer> {
  const typed = Buffer.from(pin)
  try {
    return await deriveSlotKey(typed, { ...parameters, salt: Buffer.from(salt).toString('base64') })
  } finally {
    typed.fill(0)
  }
}
