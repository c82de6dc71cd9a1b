import type { MeasuredLock, VaultFile } from '../../../shared/ipc/privacy-calls.ts'
import { pageAlgorithms } from '../vault/page-cipher.ts'
import { readHeaderOf } from '../vault/unlock-vault.ts'

/** How a vault is locked, from what its lock says and from what was found in its files; null where no lock can be read. */
export function measureLock(vaultDir: string, files: readonly VaultFile[]): MeasuredLock | null {
  const header = readHeaderOf(vaultDir)
  if (!header.ok) return null
  const ways: MeasuredLock['ways'] = header.value.slots.map(({ kind, argon2id }) => ({
    kind,
    guess: { memoryKiB: argon2id.memoryKiB, passes: argon2id.passes },
  }))
  if ('computer' in header.value) ways.push({ kind: 'computer', guess: null })
  return { pages: files.some(({ holds }) => holds === 'encrypted') ? pageAlgorithms : null, ways }
}
