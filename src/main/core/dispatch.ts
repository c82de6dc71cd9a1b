import { agendaHandlers } from './agenda/agenda-handlers.ts'
import { phaseMemoryHandlers } from './agenda/phase-memory-handlers.ts'
import { baselineHandlers } from './baseline/baseline-handlers.ts'
import { careHandlers } from './care/care-handlers.ts'
import type { Preferences } from '../../shared/ipc/preference-calls.ts'
import type { Clock } from './clock.ts'
import { concealHandlers } from './conceal/conceal-handlers.ts'
import { createConcealState, type ConcealState } from './conceal/concealment.ts'
import { debriefHandlers } from './debrief/debrief-handlers.ts'
import { disclosureHandlers } from './disclosures/disclosure-handlers.ts'
import type { Random } from './effects.ts'
import { removeLeftovers } from './export/export-folder.ts'
import { bundleHandlers } from './export/bundle-handlers.ts'
import { exportTasks } from './export/export-handlers.ts'
import { fileHandlers, fileTasks } from './export/file-handlers.ts'
import { tableHandlers } from './export/table-handlers.ts'
import type { Handlers, TaskHandlers } from './handler.ts'
import { followUpHandlers } from './follow-up/follow-up-handlers.ts'
import { goalHandlers } from './goals/goal-handlers.ts'
import { createCheck, guardHandlers } from './guards/guard-handlers.ts'
import { interactionHandlers } from './interaction/interaction-handlers.ts'
import { measureHandlers } from './measures/measure-handlers.ts'
import { noteHandlers } from './notes/note-handlers.ts'
import { moveNoteHandler } from './private/move-note-handler.ts'
import { privateNoteHandlers } from './private/private-note-handlers.ts'
import { createPrivateOnly } from './private/private-only.ts'
import type { CoreCallName, CoreSettings, CoreTaskName } from './protocol.ts'
import type { Push } from './push.ts'
import { preflightHandlers } from './preflight/preflight-handlers.ts'
import { createRoom } from './room/room.ts'
import { roomHandlers } from './room/room-handlers.ts'
import { rosterHandlers } from './roster/roster-handlers.ts'
import { safetyHandlers } from './safety/safety-handlers.ts'
import { seatHandlers } from './seats/seat-handlers.ts'
import { sessionHandlers } from './session/session-handlers.ts'
import { refreshProjections } from './session/rebuild.ts'
import { createSessionLog, type SessionLog } from './session/session-log.ts'
import { coSignHandlers } from './signing/co-sign-handlers.ts'
import { signingHandlers } from './signing/signing-handlers.ts'
import { createSigningTries } from './signing/signing-tries.ts'
import type { OpenVault } from './vault/open-vault.ts'

/** Calls that are answered with or without an open vault. */
type FreeCallName = Extract<CoreCallName, `vault.${string}` | `preferences.${string}`>
type VaultCallName = Exclude<CoreCallName, FreeCallName>
type VaultTaskName = Exclude<CoreTaskName, 'shut-down'>

/** Everything that works behind the vault's door. */
export interface Inside {
  readonly calls: Handlers<VaultCallName>
  readonly tasks: TaskHandlers<VaultTaskName>
  /** Whether the names are concealed, and which calls wait until they are not. */
  readonly conceal: Pick<ConcealState, 'isConcealed' | 'refuses'>
  /** Whether a PIN was guessed at too often. */
  mustLock(): boolean
  /** Tells the room display what it may show. */
  tellRoom(): void
  beat(): void
  end(): void
}

interface Sources {
  readonly clock: Clock
  readonly random: Random
  readonly push: Push
  readonly paths: Pick<CoreSettings, 'vaultDir' | 'exportsDir'>
  readonly readPreferences: () => Preferences
}

/**
 * Joins the features to an unlocked vault, each to no more of it than it needs, and tells the sessions that were running
 * that the console is back. Throws `StoreError` when that cannot be written.
 */
export function enterVault(vault: OpenVault, sources: Sources): Inside {
  const { record } = vault
  const { clock, random, readPreferences } = sources
  const { exportsDir, vaultDir } = sources.paths
  const conceal = createConcealState()
  const tries = createSigningTries()
  refreshProjections(record)
  const room = createRoom({
    record,
    clock,
    push: sources.push,
    stateOf: (sessionId) => log.state(sessionId),
    readTheme: () => readPreferences().theme,
  })
  const log = createSessionLog({ db: record, clock, push: room.passOn })
  log.comeBack()
  removeLeftovers({ record, exportsDir })
  return {
    calls: {
      ...rosterHandlers({ record, random }),
      ...measureHandlers({ record, random }),
      ...agendaHandlers({ record, random }),
      ...phaseMemoryHandlers({ record }),
      ...sessionHandlers({ record, log, random, clock }),
      ...preflightHandlers({ record, log }),
      ...followUpHandlers({ record, log, random }),
      ...goalHandlers({ record, random }),
      ...careHandlers({ record }),
      ...safetyHandlers({ record }),
      ...seatHandlers({ record, log }),
      ...baselineHandlers({ record, log }),
      ...writingHandlers(vault, log, random),
      ...coSignHandlers({ record, log, random, clock, vaultDir, tries }),
      ...filingHandlers(vault, log, sources),
      ...interactionHandlers({ privateStore: vault.private, log }),
      ...concealHandlers({ record, random, state: conceal, vaultDir }),
      ...roomHandlers(room),
    },
    tasks: filingTasks(vault, log, sources),
    conceal,
    mustLock: () => conceal.triesLeft() === 0 || tries.mustLock(),
    tellRoom: room.tell,
    beat() {
      log.beat()
      room.tell()
    },
    end: () => log.leave(),
  }
}

/** What leaves the vault as a file, and the account of it: the private store has no part in it. */
function filingHandlers({ record }: Pick<OpenVault, 'record'>, log: SessionLog, sources: Sources) {
  const { clock, random } = sources
  const { exportsDir, vaultDir } = sources.paths
  return {
    ...fileHandlers({ record, log, clock, exportsDir, vaultDir }),
    ...tableHandlers({ record, log, clock, random, exportsDir }),
    ...bundleHandlers({ record, log, clock, random, exportsDir }),
    ...disclosureHandlers({ record, clock, random }),
  }
}

function filingTasks({ record }: Pick<OpenVault, 'record'>, log: SessionLog, sources: Sources) {
  const { clock, random } = sources
  const { exportsDir, vaultDir } = sources.paths
  return {
    ...exportTasks({ record, log, clock, random, exportsDir }),
    ...fileTasks({ record, log, clock, exportsDir, vaultDir }),
  }
}

/** Notes, from the first word in the room to the signature. Of private.db, the guards get one question alone. */
function writingHandlers({ record, private: privateStore }: OpenVault, log: SessionLog, random: Random) {
  const guarded = { record, log, privateOnly: createPrivateOnly({ privateStore, log }) }
  return {
    ...noteHandlers({ record, log, random }),
    ...privateNoteHandlers({ privateStore, log, random }),
    ...moveNoteHandler({ record, log, random }),
    ...debriefHandlers({ record, log }),
    ...guardHandlers(guarded),
    ...signingHandlers({ record, log, random, check: createCheck(guarded) }),
  }
}
