import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createVault } from '../../../src/main/core/vault/create-vault.ts'
import { floor } from '../../../src/main/core/vault/slot-key.ts'
import type { AuthorKeys } from '../../../src/main/core/vault/key-slots.ts'
import type { OpenVault } from '../../../src/main/core/vault/open-vault.ts'
import { randomBytes } from 'node:crypto'
import { onTestFinished } from 'vitest'

export const passphrase = 'lantern harbour copper meadow'
export const recoveryCode = '0123-4567-89AB-CDEF-GHJK-MNPQ-RSTK'
export const byPassphrase = { kind: 'passphrase', secret: passphrase } as const

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'circlekeeper-test-'))
}

/** A closed vault, made once for a test file, and the keys it was made with. */
export interface MadeVault {
  readonly folder: string
  readonly keys: AuthorKeys
  remove(): void
}

export async function makeVault(
  fill: (vault: OpenVault) => void = () => undefined,
  draw: (size: number, drawn: readonly Buffer[]) => Buffer = (size) => randomBytes(size),
): Promise<MadeVault> {
  const home = temporaryFolder()
  const folder = join(home, 'vault')
  const drawn: Buffer[] = []
  const created = await createVault(folder, {
    passphrase,
    recoveryCode,
    strength: floor,
    fill,
    randomBytes(size) {
      const bytes = draw(size, drawn)
      // The vault zeroes what it was given.
      drawn.push(Buffer.from(bytes))
      return bytes
    },
  })
  if (!created.ok) throw new Error(created.error.code)
  created.value.close()
  const [record, privateKey, root] = drawn
  if (record === undefined || privateKey === undefined || root === undefined)
    throw new Error('no keys were drawn')
  return {
    folder,
    keys: { record, private: privateKey, root },
    remove: () => rmSync(home, { recursive: true, force: true }),
  }
}

/** A copy to damage, removed when the test ends. */
export function copyOf(vault: MadeVault): string {
  const home = temporaryFolder()
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  const folder = join(home, 'vault')
  cpSync(vault.folder, folder, { recursive: true })
  return folder
}
