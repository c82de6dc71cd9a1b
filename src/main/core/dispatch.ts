import { agendaHandlers } from './agenda/agenda-handlers.ts'
import type { Clock } from './clock.ts'
import { debriefHandlers } from './debrief/debrief-handlers.ts'
import type { Random } from './effects.ts'
import { exportHandlers, exportTasks } from './export/export-handlers.ts'
import type { Handlers, TaskHandlers } from './handler.ts'
import { noteHandlers } from './notes/note-handlers.ts'
import { privateNoteHandlers } from './private/private-note-handlers.ts'
import type { CoreCallName, CoreTaskName } from './protocol.ts'
import type { Push } from './push.ts'
import { rosterHandlers } from './roster/roster-handlers.ts'
import { sessionHandlers } from './session/session-handlers.ts'
import { refreshProjections } from './session/rebuild.ts'
import { createSessionLog } from './session/session-log.ts'
import type { OpenVault } from './vault/open-vault.ts'

/** Calls that are answered with or without an open vault. */
type FreeCallName = Extract<CoreCallName, `vault.${string}` | `preferences.${string}`>
type VaultCallName = Exclude<CoreCallName, FreeCallName>
type VaultTaskName = Exclude<CoreTaskName, 'shut-down'>

/** Everything that works behind the vault's door. */
export interface Inside {
  readonly calls: Handlers<VaultCallName>
  readonly tasks: TaskHandlers<VaultTaskName>
  beat(): void
  end(): void
}

interface Sources {
  readonly clock: Clock
  readonly random: Random
  readonly push: Push
  readonly exportsDir: string
}

/**
 * Joins the features to an unlocked vault, each to no more of it than it needs, and tells the sessions that were running
 * that the console is back. Throws `StoreError` when that cannot be written.
 */
export function enterVault(vault: OpenVault, { clock, random, push, exportsDir }: Sources): Inside {
  const { record } = vault
  refreshProjections(record)
  const log = createSessionLog({ db: record, clock, push })
  log.comeBack()
  return {
    calls: {
      ...rosterHandlers({ record, random }),
      ...agendaHandlers({ record, random }),
      ...sessionHandlers({ record, log, random, clock }),
      ...noteHandlers({ record, log, random }),
      ...privateNoteHandlers({ privateStore: vault.private, log, random }),
      ...debriefHandlers({ record, log }),
      ...exportHandlers({ record, log }),
    },
    tasks: exportTasks({ record, log, clock, random, exportsDir }),
    beat: () => log.beat(),
    // A last sign of life, so that what comes back knows when it went away.
    end: () => log.beat(),
  }
}
