import type { privacyCalls, PrivacyMeasure } from '../../../shared/ipc/privacy-calls.ts'
import { succeed } from '../../../shared/result.ts'
import type { Clock } from '../clock.ts'
import { isOnDisk } from '../export/delete-export.ts'
import { listAllExports } from '../export/export-repository.ts'
import type { Handlers } from '../handler.ts'
import type { CoreSettings } from '../protocol.ts'
import type { ReadableDb } from '../vault/database.ts'
import type { FileProof } from '../vault/file-proof.ts'
import { countSockets } from './count-sockets.ts'
import type { LogCheckJob } from './log-check-job.ts'
import { measureFiles } from './measure-files.ts'
import { measureLock } from './measure-lock.ts'
import { measureMemory } from './measure-memory.ts'
import { countDisclosures, readLogCheck, readOpenings } from './privacy-repository.ts'
import { familyOf } from './process-family.ts'

interface Sources {
  readonly record: ReadableDb<'record'>
  readonly clock: Clock
  readonly paths: CoreSettings
  readonly proofs: readonly FileProof[]
}

type LogCheckName = 'privacy.check-log' | 'privacy.cancel-log-check'

/** What was measured, and the check of the logs. Every figure is read from the system or the record when it is asked for. */
export function privacyHandlers(
  sources: Sources,
  logCheck: LogCheckJob,
): Handlers<keyof typeof privacyCalls> {
  const answer = () => succeed(logCheck.state())
  return {
    'privacy.measure': () => succeed(measure(sources, () => true)),
    'privacy.log-check': answer,
    'privacy.check-log'() {
      logCheck.start()
      return answer()
    },
    'privacy.cancel-log-check'() {
      logCheck.cancel()
      return answer()
    },
  }
}

/** The same for a reviewer, who writes nothing, and is told nothing of the file that is not theirs. */
export function privacyForReviewer(
  sources: Sources,
): Handlers<Exclude<keyof typeof privacyCalls, LogCheckName>> {
  return {
    'privacy.measure': () => succeed(measure(sources, (name) => !name.startsWith('private.'))),
    'privacy.log-check': () =>
      succeed({ stage: 'idle', last: readLogCheck(sources.record) ?? null, brokenIds: [] }),
  }
}

function measure(
  { record, clock, paths, proofs }: Sources,
  isTold: (name: string) => boolean,
): PrivacyMeasure {
  const family = familyOf(paths.consolePid ?? process.pid)
  const files = measureFiles({ paths, family, proofs, isTold })
  return {
    measuredAtMs: clock.read().wallMs,
    sockets: family === null ? null : countSockets(family),
    files,
    lock: measureLock(paths.vaultDir, files.vault),
    memory: measureMemory(family),
    exported: measureExports(record, paths.exportsDir),
    openings: readOpenings(record),
  }
}

function measureExports(record: ReadableDb<'record'>, exportsDir: string): PrivacyMeasure['exported'] {
  const files = listAllExports(record)
  const onDisk = files.filter((file) => isOnDisk(file, exportsDir))
  const elsewhere = files.filter(({ folder }) => folder !== null)
  return {
    madeCount: files.length,
    onDiskCount: onDisk.length,
    elsewhere: {
      folderCount: new Set(elsewhere.map(({ folder }) => folder)).size,
      madeCount: elsewhere.length,
      onDiskCount: onDisk.filter(({ folder }) => folder !== null).length,
    },
    deletedCount: files.filter(({ deletedAtMs }) => deletedAtMs !== null).length,
    lastAtMs: files[0]?.exportedAtMs ?? null,
    disclosedCount: countDisclosures(record),
  }
}
