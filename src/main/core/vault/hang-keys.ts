import {
  makeHeader,
  nonceBytes,
  privateKeyContext,
  recordKeyContext,
  type ComputerSlot,
  type Header,
  type NewestHeader,
} from './header.ts'
import type { AuthorKeys, RandomBytes } from './key-slots.ts'
import { deriveAuthorKey, wrapKey } from './wrap-key.ts'

/**
 * The header in which both keys hang from the author's root, to which the author's slots lead. The computer's slot is in it
 * where it is given: it leads to the same root.
 */
export function hangKeys(
  vaultId: string,
  slots: NewestHeader['slots'],
  keys: AuthorKeys,
  randomBytes: RandomBytes,
  computer?: ComputerSlot,
): NewestHeader {
  const authorKey = deriveAuthorKey(keys.root)
  const wrap = (key: Buffer, context: Buffer) => wrapKey(authorKey, randomBytes(nonceBytes), key, context)
  try {
    const recordKey = wrap(keys.record, recordKeyContext(vaultId))
    const privateKey = wrap(keys.private, privateKeyContext(vaultId))
    return makeHeader({ vaultId, slots, recordKey, privateKey }, keys.record, computer)
  } finally {
    authorKey.fill(0)
  }
}

/** The slots as the newest version has them. Those of version 1 lose the record key: it hangs from the root they keep. */
export function slotsOf(header: Header): NewestHeader['slots'] {
  return header.version === 1
    ? header.slots.map(({ id, kind, argon2id, privateKey }) => ({ id, kind, argon2id, privateKey }))
    : header.slots
}
