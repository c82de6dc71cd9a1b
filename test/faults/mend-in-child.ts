import { writeSync } from 'node:fs'
import { failureOf } from '../../src/main/core/backup/bench.ts'
import { placeRestored } from '../../src/main/core/backup/place-restored.ts'
import { lookAtDamaged } from '../../src/main/core/mend/look.ts'

// A console that reads a damaged vault and puts what it could read in its place, and dies on the way or finds the disk full
// where it is told to.
const [, , vaultDir = '', typed = ''] = process.argv
const task = { tell: () => undefined, pause: () => Promise.resolve() }

async function work(): Promise<string> {
  Object.assign(globalThis, { isAtWork: true })
  const looked = await lookAtDamaged(vaultDir, { kind: 'passphrase', secret: typed }, task)
  if (!looked.ok) return looked.error.code
  if (looked.value.making === null) return 'nothing to take'
  placeRestored(looked.value.making, vaultDir, '2026-11-23-0300', 'damaged')
  return 'done'
}

writeSync(1, await work().catch((error: unknown) => failureOf(error)))
process.exit(0)
