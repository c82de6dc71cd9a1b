import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  nonceBytes,
  readHeader,
  wrappedKeyContext,
  writeHeader,
  type Header,
  type NewestHeader,
  type PlainSlot,
} from '../../../src/main/core/vault/header.ts'
import type { OpenVault } from '../../../src/main/core/vault/open-vault.ts'
import { deriveSlotKey } from '../../../src/main/core/vault/slot-key.ts'
import { wrapKey } from '../../../src/main/core/vault/wrap-key.ts'
import { canonicalJson } from '../../../src/shared/canonical-json.ts'
import { parseRecoveryCode } from '../../../src/shared/vault/recovery-code.ts'
import { definitely, valueOf } from '../support/world.ts'
import { makeVault, passphrase, recoveryCode, type MadeVault } from './temporary-vault.ts'

/** A vault as every program before version 3 made it, in which the author's slots lead to the key of private.db itself. */
export async function makeOlderVault(fill?: (vault: OpenVault) => void): Promise<MadeVault> {
  const vault = await makeVault(fill, (size, drawn) => {
    const [, privateKey] = drawn
    return drawn.length === 2 && privateKey !== undefined ? Buffer.from(privateKey) : randomBytes(size)
  })
  await takeBack(vault.folder, 1, vault.keys.record)
  return vault
}

/** Writes the header as an older program would have. Only where the root is the key of private.db is it the same vault. */
export async function takeBack(folder: string, version: 1 | 2, recordKey: Buffer): Promise<void> {
  const { mac: _, privateKey: __, ...newest } = newestHeaderOf(folder)
  const { recordKey: ___, ...plain } = newest
  const body =
    version === 2
      ? { ...newest, version }
      : { ...plain, version, slots: await plainSlotsOf(newest, recordKey) }
  const macKey = hkdfSync('sha256', recordKey, Buffer.alloc(0), 'circlekeeper-vault 1 header mac', 32)
  const mac = createHmac('sha256', Buffer.from(macKey)).update(canonicalJson(body)).digest('base64')
  writeFileSync(join(folder, 'vault.json'), writeHeader({ ...body, mac }))
}

async function plainSlotsOf(
  { vaultId, slots }: Pick<NewestHeader, 'vaultId' | 'slots'>,
  recordKey: Buffer,
): Promise<PlainSlot[]> {
  return Promise.all(
    slots.map(async (slot) => {
      if (slot.kind === 'reviewer') throw new Error('version 1 knows no reviewers')
      const typed = slot.kind === 'passphrase' ? passphrase : parseRecoveryCode(recoveryCode)
      const slotKey = await deriveSlotKey(Buffer.from(definitely(typed)), slot.argon2id)
      const context = wrappedKeyContext(vaultId, slot, 'record')
      return { ...slot, recordKey: wrapKey(slotKey, randomBytes(nonceBytes), recordKey, context) }
    }),
  )
}

export function headerOf(folder: string): Header {
  return valueOf(readHeader(readFileSync(join(folder, 'vault.json'), 'utf8')))
}

export function newestHeaderOf(folder: string): NewestHeader {
  const header = headerOf(folder)
  if (header.version !== 3) throw new Error('an older header')
  return header
}
