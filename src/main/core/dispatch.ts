import { accessLogHandlers } from './access-log/access-log-handlers.ts'
import { insertOpening, type Opener } from './access-log/access-repository.ts'
import { agendaFileHandlers, agendaFileTasks } from './agenda/agenda-file-handlers.ts'
import { agendaHandlers } from './agenda/agenda-handlers.ts'
import { phaseMemoryHandlers } from './agenda/phase-memory-handlers.ts'
import { openBackups } from './backup/backup-handlers.ts'
import { createBench, type Bench } from './backup/bench.ts'
import { baselineHandlers } from './baseline/baseline-handlers.ts'
import { careHandlers } from './care/care-handlers.ts'
import type { SessionId } from '../../shared/ids.ts'
import type { Preferences } from '../../shared/ipc/preference-calls.ts'
import type { ComputerKeyTaskName } from './keys/computer-key.ts'
import type { keyCalls } from '../../shared/ipc/key-calls.ts'
import type { mendCalls } from '../../shared/ipc/mend-calls.ts'
import type { reviewerCalls } from '../../shared/ipc/reviewer-calls.ts'
import type { Clock } from './clock.ts'
import { commentHandlers } from './comments/comment-handlers.ts'
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
import type { AnyTaskHandlers, Handlers, SlowTaskHandlers, TaskHandlers } from './handler.ts'
import { followUpHandlers } from './follow-up/follow-up-handlers.ts'
import { scaleFollowUpHandlers } from './follow-up/scale-follow-up-handlers.ts'
import { goalHandlers } from './goals/goal-handlers.ts'
import { groupReviewHandlers } from './group-review/group-review-handlers.ts'
import { createCheck, guardHandlers } from './guards/guard-handlers.ts'
import { importHandlers } from './import/import-handlers.ts'
import { createImportJob } from './import/import-job.ts'
import { hoursHandlers } from './hours/hours-handlers.ts'
import { interactionHandlers } from './interaction/interaction-handlers.ts'
import { memberHandlers } from './member/member-handlers.ts'
import { measureHandlers } from './measures/measure-handlers.ts'
import { noteHandlers } from './notes/note-handlers.ts'
import { moveNoteHandler } from './private/move-note-handler.ts'
import { privateNoteHandlers } from './private/private-note-handlers.ts'
import { createPrivateOnly } from './private/private-only.ts'
import type { UnwrittenNotes } from './private/unwritten-notes.ts'
import { privateSearchHandlers } from './private/private-search-handlers.ts'
import type { CoreCallName, CoreSettings, CoreTaskName } from './protocol.ts'
import type { Push } from './push.ts'
import { preflightHandlers } from './preflight/preflight-handlers.ts'
import { createLogCheckJob } from './privacy/log-check-job.ts'
import { privacyHandlers } from './privacy/privacy-handlers.ts'
import { createRoom, peopleOf } from './room/room.ts'
import { rebuildHandlers } from './rebuild/rebuild-handlers.ts'
import { createRebuildJob } from './rebuild/rebuild-job.ts'
import { retentionHandlers } from './retention/retention-handlers.ts'
import { roomHandlers } from './room/room-handlers.ts'
import { rosterHandlers } from './roster/roster-handlers.ts'
import { findAuthor } from './roster/roster-repository.ts'
import { safetyHandlers } from './safety/safety-handlers.ts'
import { scaleHandlers } from './scales/scale-handlers.ts'
import { indexOlderMembers } from './search/member-index.ts'
import { createPrivatePlaces } from './search/private-places.ts'
import { searchHandlers } from './search/search-handlers.ts'
import { seatHandlers } from './seats/seat-handlers.ts'
import { sessionReviewHandlers } from './review/session-review-handlers.ts'
import { sessionHandlers } from './session/session-handlers.ts'
import { sessionPageHandlers } from './session-page/session-page-handlers.ts'
import { createSessionLog, type SessionLog } from './session/session-log.ts'
import { coSignHandlers } from './signing/co-sign-handlers.ts'
import { signingHandlers } from './signing/signing-handlers.ts'
import { createSigningTries } from './signing/signing-tries.ts'
import { tidyLog } from './vault/database.ts'
import type { OpenVault } from './vault/open-vault.ts'
import { createWaiting, type Waiting } from './waiting.ts'
import type { Watch } from './watch/watch.ts'

/** Calls that are answered with or without an open vault. */
type FreeCallName =
  | Extract<CoreCallName, `vault.${string}` | `preferences.${string}` | `watch.${string}`>
  | keyof typeof reviewerCalls
  | keyof typeof keyCalls
  | 'computer-key.turn-off'
  | 'backups.cancel'
  | 'backups.restore'
  | keyof typeof mendCalls
  | 'retention.erase'
  | 'retention.destroy-private'
type VaultCallName = Exclude<CoreCallName, FreeCallName>
type VaultTaskName = Exclude<
  CoreTaskName,
  ComputerKeyTaskName | 'shut-down' | 'kit.groups' | 'kit.write' | 'backups.offer'
>

/** Everything that works behind the vault's door. */
export interface Inside extends Behind {
  readonly role: 'author'
  readonly calls: Handlers<VaultCallName>
  readonly tasks: TaskHandlers<Exclude<VaultTaskName, 'backups.set-folder'>> &
    SlowTaskHandlers<'backups.set-folder'>
}

/** The same for whoever opened it: of what is not there, nothing is answered. */
export interface Behind {
  readonly role: 'author' | 'reviewer'
  readonly calls: Partial<Handlers<CoreCallName>>
  readonly tasks: AnyTaskHandlers
  /** Whether the names are concealed, and which calls wait until they are not. */
  readonly conceal: Pick<ConcealState, 'isConcealed' | 'refuses'>
  /** Whether a PIN was guessed at too often. */
  mustLock(): boolean
  /** Tells the room display what it may show. */
  tellRoom(): void
  beat(): void
  end(): void
}

export interface Sources {
  readonly clock: Clock
  readonly random: Random
  readonly push: Push
  readonly paths: CoreSettings
  readonly readPreferences: () => Preferences
  /** What waits for the disk, from before a lock too; nothing unless it is given. */
  readonly waiting?: Waiting
  /** Where backups are made, which outlives a lock by a moment; one of its own unless it is given. */
  readonly bench?: Bench
  /** Hears of a wrong passphrase that a backup was tried out with. */
  readonly onWrongSecret?: () => void
  /** What a locked console sees of a session that goes on; nothing unless it is given. */
  readonly watch?: Watch
}

/**
 * Joins the features to an unlocked vault, each to no more of it than it needs, notes who opened it, and tells the
 * sessions that were running that the console is back. Throws `StoreError` when that cannot be written.
 */
export function enterVault(
  vault: OpenVault,
  sources: Sources,
  opener: Opener | null = { openedBy: 'passphrase' },
): Inside {
  const { record } = vault
  const { clock, random } = sources
  const { waiting = createWaiting(sources.push) } = sources
  const { exportsDir, vaultDir } = sources.paths
  const conceal = createConcealState()
  const tries = createSigningTries()
  const longWork = prepareLongWork(vault, sources)
  const stateOf = (sessionId: SessionId) => log.state(sessionId)
  const readTheme = () => sources.readPreferences().theme
  const room = createRoom({ record, clock, push: sources.push, stateOf, readTheme })
  const log = openLog(vault, { ...sources, push: room.passOn, waiting }, opener)
  comeBack(vault, log, sources)
  return {
    role: 'author',
    calls: {
      ...peopleHandlers(vault, sources),
      ...sessionRoomHandlers(vault, log, sources),
      ...reviewHandlers(vault, log, sources),
      ...longWork.calls,
      ...writingHandlers(vault, log, random, waiting.privateNotes),
      ...coSignHandlers({ record, log, random, clock, vaultDir, tries }),
      ...filingHandlers(vault, log, sources),
      ...retentionHandlers({ record, privateStore: vault.private, clock, random, exportsDir }),
      ...interactionHandlers({ privateStore: vault.private, log }),
      ...concealHandlers({ record, random, state: conceal, vaultDir }),
      ...roomHandlers(room),
    },
    tasks: { ...filingTasks(vault, log, sources), ...longWork.tasks },
    conceal,
    mustLock: () => conceal.triesLeft() === 0 || tries.mustLock(),
    tellRoom: room.tell,
    beat() {
      vault.header.putBack()
      log.beat()
      room.tell()
      longWork.beat()
    },
    end() {
      vault.header.putBack()
      longWork.end()
      leaveWatched(vault, log, sources)
    },
  }
}

/** The logs, which take up what waits for the disk. Whoever has opened the vault is noted before anything else. */
function openLog(
  { record, private: privateStore }: OpenVault,
  { clock, push, waiting }: Pick<Sources, 'clock' | 'push'> & { readonly waiting: Waiting },
  opener: Opener | null,
): SessionLog {
  const unwritten = waiting.changes
  const writeAhead = () => waiting.privateNotes.writeTo(privateStore)
  const log = createSessionLog({ db: record, clock, push, unwritten, writeAhead })
  const atMs = clock.read().wallMs
  if (opener !== null) log.writeBeside((open) => insertOpening(open, opener, atMs))
  return log
}

/** Takes up what the lock, or the end of the console, left half done. */
function comeBack({ record }: Pick<OpenVault, 'record'>, log: SessionLog, { paths, watch }: Sources): void {
  log.comeBack(watch?.seen())
  watch?.end()
  removeLeftovers({ record, exportsDir: paths.exportsDir })
  indexOlderMembers(record)
}

// A disk that takes no last sign of life must not stop the clock of the room.
function leaveWatched({ record }: Pick<OpenVault, 'record'>, log: SessionLog, { watch }: Sources): void {
  try {
    log.leave()
  } finally {
    const running = log.running()
    if (running !== undefined) watch?.begin(running, peopleOf(record, running.state))
  }
}

/** What takes long and is done between calls. */
function prepareLongWork(vault: OpenVault, sources: Sources) {
  const { clock, random, push, paths, bench = createBench(push), onWrongSecret } = sources
  const { record } = vault
  const slices = { isOpen: () => vault.isOpen(), later: setImmediate, now: () => performance.now() }
  const rebuild = createRebuildJob({ record, push, ...slices })
  const logCheck = createLogCheckJob({ record, clock, push, ...slices })
  const importing = createImportJob({ record, clock, random, push, ...slices })
  const imports = importHandlers({ record, clock, random }, importing)
  const backups = openBackups({ vault, vaultDir: paths.vaultDir, clock, random, bench, onWrongSecret })
  return {
    calls: {
      ...rebuildHandlers(rebuild),
      ...imports.calls,
      ...backups.calls,
      ...privacyHandlers({ record, clock, paths, proofs: vault.proofs }, logCheck),
    },
    tasks: { ...imports.tasks, ...backups.tasks },
    beat() {
      backups.beat()
      tidyLog(record)
      tidyLog(vault.private)
    },
    end() {
      rebuild.end()
      logCheck.end()
      importing.end()
      backups.end()
    },
  }
}

/** Who belongs where, and how they are. */
function peopleHandlers({ record }: Pick<OpenVault, 'record'>, { clock, random }: Sources) {
  return {
    ...rosterHandlers({ record, random, clock }),
    ...measureHandlers({ record, random }),
    ...agendaHandlers({ record, random }),
    ...phaseMemoryHandlers({ record }),
    ...goalHandlers({ record, random }),
    ...careHandlers({ record, clock }),
    ...scaleHandlers({ record, clock, random }),
    ...scaleFollowUpHandlers({ record, clock, random }),
  }
}

/** The session in the room, and what is around it. */
function sessionRoomHandlers({ record }: Pick<OpenVault, 'record'>, log: SessionLog, sources: Sources) {
  const { clock, random } = sources
  return {
    ...sessionHandlers({ record, log, random, clock }),
    ...preflightHandlers({ record, log }),
    ...safetyHandlers({ record }),
    ...seatHandlers({ record, log }),
    ...baselineHandlers({ record, log }),
    ...followUpHandlers({ record, log, random }),
  }
}

/** Looking back, over one session or all of them. */
function reviewHandlers({ record }: Pick<OpenVault, 'record'>, log: SessionLog, sources: Sources) {
  const { clock, random } = sources
  return {
    ...sessionPageHandlers({ record }),
    ...sessionReviewHandlers({ record }),
    ...memberHandlers({ record, clock }),
    ...groupReviewHandlers({ record, clock }),
    ...hoursHandlers({ record, clock }),
    ...searchHandlers({ record }),
    ...accessLogHandlers({ record }),
    ...commentHandlers({ record, log, clock, random, readWriterId: () => findAuthor(record)?.id }),
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
    ...agendaFileHandlers({ record, clock, random, exportsDir }),
    ...disclosureHandlers({ record, clock, random }),
  }
}

function filingTasks({ record }: Pick<OpenVault, 'record'>, log: SessionLog, sources: Sources) {
  const { clock, random } = sources
  const { exportsDir, vaultDir } = sources.paths
  return {
    ...exportTasks({ record, log, clock, random, exportsDir }),
    ...fileTasks({ record, log, clock, exportsDir, vaultDir }),
    ...agendaFileTasks({ record, random }),
  }
}

/** Notes, from the first word in the room to the signature. Of private.db, the guards get one question alone. */
function writingHandlers(
  { record, private: privateStore }: OpenVault,
  log: SessionLog,
  random: Random,
  unwritten: UnwrittenNotes,
) {
  const guarded = { record, log, privateOnly: createPrivateOnly({ privateStore, log }) }
  const places = createPrivatePlaces(record)
  return {
    ...noteHandlers({ log, random }),
    ...privateNoteHandlers({ privateStore, unwritten, log, places, random }),
    ...privateSearchHandlers({ privateStore, places }),
    ...moveNoteHandler({ record, log, random }),
    ...debriefHandlers({ record, log }),
    ...guardHandlers(guarded),
    ...signingHandlers({ record, log, random, check: createCheck(guarded) }),
  }
}
