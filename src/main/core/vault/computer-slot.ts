import { hkdfSync } from 'node:crypto'
import { hangKeys, slotsOf } from './hang-keys.ts'
import {
  computerKeyContext,
  nonceBytes,
  type ComputerSlot,
  type Header,
  type NewestHeader,
} from './header.ts'
import type { AuthorKeys, RandomBytes } from './key-slots.ts'
import { keyBytes } from './slot-key.ts'
import { unwrapKey, wrapKey } from './wrap-key.ts'

const slotInfo = 'circlekeeper-vault 4 computer key'

/** What the computer keeps for the author: 32 random bytes, in Base64, which never lie in the vault. */
export interface ComputerSecret {
  readonly kind: 'computer'
  readonly secret: string
}

/** The computer's way in; undefined where there is none. There is never more than one. */
export function computerSlotOf(header: Header): ComputerSlot | undefined {
  return header.version === 4 ? header.computer : undefined
}

/** The header with a way in for a computer, in the place of one that was. Whatever else opens the vault stays as it is. */
export function addComputer(
  header: Header,
  keys: AuthorKeys,
  { id, secret }: { readonly id: string; readonly secret: string },
  randomBytes: RandomBytes,
): NewestHeader {
  const { vaultId } = header
  const slotKey = deriveComputerKey(secret)
  try {
    const root = wrapKey(slotKey, randomBytes(nonceBytes), keys.root, computerKeyContext(vaultId, id))
    return hangKeys(vaultId, slotsOf(header), keys, randomBytes, { id, root })
  } finally {
    slotKey.fill(0)
  }
}

/** The root that the computer's secret leads to; null when it leads to none. The caller zeroes it. */
export function openByComputer(header: Header, { secret }: ComputerSecret): Buffer | null {
  const slot = computerSlotOf(header)
  if (slot === undefined) return null
  const slotKey = deriveComputerKey(secret)
  const root = unwrapKey(slotKey, slot.root, computerKeyContext(header.vaultId, slot.id))
  slotKey.fill(0)
  return root
}

// 256 random bits: nobody guesses them, so no work is made for whoever would.
function deriveComputerKey(secret: string): Buffer {
  const bytes = Buffer.from(secret, 'base64')
  const key = Buffer.from(hkdfSync('sha256', bytes, Buffer.alloc(0), slotInfo, keyBytes))
  bytes.fill(0)
  return key
}
