import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCore, type Core } from '../../../src/main/core/create-core.ts'
import type { Random } from '../../../src/main/core/effects.ts'
import type { CoreSettings } from '../../../src/main/core/protocol.ts'
import { floor } from '../../../src/main/core/vault/slot-key.ts'
import { createComputerKey } from '../../../src/main/ipc/computer-key.ts'
import { createBackupChoice } from '../../../src/main/ipc/choose-backup.ts'
import { chooseAgendaFor } from '../../../src/main/ipc/choose-agenda.ts'
import { chooseTableFor } from '../../../src/main/ipc/choose-table.ts'
import { createDoor, type Door } from '../../../src/main/ipc/door.ts'
import { handleRequest } from '../../../src/main/ipc/handle-request.ts'
import { createKeptDrafts } from '../../../src/main/ipc/kept-drafts.ts'
import type { LogEntry } from '../../../src/main/ipc/log.ts'
import { createKeyStore } from '../../../src/main/security/key-store.ts'
import { accessSchema, roleOf, type Access } from '../../../src/shared/ipc/vault-calls.ts'
import { succeed } from '../../../src/shared/result.ts'
import { createSimulatedClock, type SimulatedClock } from '../../core/support/simulated-clock.ts'
import type { Dice } from '../../properties/dice.ts'
import { createFakeSafeStorage } from '../../support/fake-safe-storage.ts'
import { chooseBytes, openDisplay, openExports, type HouseParts } from './fuzz-main.ts'

/** The console without its windows: door, calls of main and core, on a folder of its own. */
export interface House {
  readonly door: Door
  readonly core: Core
  readonly clock: SimulatedClock
  readonly paths: CoreSettings
  /** A folder beside the console's own, that nothing is to touch. */
  readonly beside: string
  readonly role: () => 'author' | 'reviewer' | null
  /** What was logged since this was asked last. */
  readonly takeLog: () => LogEntry[]
  /** Paths that another program was to open, and that are not the console's own. */
  readonly strayPaths: () => readonly string[]
}

/** Text of the file beside the console: an answer with it in has read what it was not to read. */
export const besideWords = 'halyardmoss'
export const besideName = 'open-me.txt'
/** When that file was read last, as far as its file system knows. */
export const longAgo = new Date(Date.UTC(2001, 0, 1))

/** Opens the console on `folder`, in which a vault may lie already, on a computer that was just started. */
export function openHouse(
  folder: string,
  dice: Dice,
  parts: HouseParts,
  wallMs = Date.UTC(2006, 10, 24, 18),
): House {
  const own = join(folder, 'own')
  const beside = join(folder, 'beside')
  const chosen = join(own, 'chosen')
  for (const path of [own, beside, chosen]) mkdirSync(path, { recursive: true })
  writeFileSync(join(beside, besideName), besideWords)
  utimesSync(join(beside, besideName), longAgo, longAgo)
  const paths: CoreSettings = {
    vaultDir: join(own, 'vault'),
    exportsDir: join(own, 'exports'),
    preferencesPath: join(own, 'preferences.json'),
  }
  const clock = createSimulatedClock(wallMs)
  // Another run than the one in which the vault was filled: the counters of two are not compared.
  if (existsSync(paths.vaultDir)) clock.reboot()
  let access: Access = 'locked'
  const core = createCore({
    clock,
    random: randomOf(dice),
    paths,
    push(name, push) {
      // What cannot be sent to a window is told by throwing, as it is in the console.
      const sent: unknown = structuredClone(push)
      if (name === 'vault.access-changed') access = accessSchema.parse(sent)
    },
    chooseStrength: async () => floor,
  })
  const { strayPaths, exports } = openExports({ core, dice, parts, own, chosen })
  const chooseFile = async () => succeed(chooseBytes(dice, parts))
  const { display, closeDisplay } = openDisplay()
  const store = createKeyStore('linux', createFakeSafeStorage())
  const computerKey = createComputerKey({ core, store, randomBytes, isOpen: () => true })
  const drafts = createKeptDrafts()
  let logged: LogEntry[] = []
  const door = createDoor({
    readRole() {
      const role = roleOf(access)
      if (role !== 'author') closeDisplay()
      return role
    },
    handle: (request) =>
      handleRequest(request, {
        core: { call: ({ name, input }) => core.call(name, structuredClone(input)) },
        exports,
        display,
        system: {
          abilities: () => ({ clearsClipboard: true, hidesFromCapture: true }),
          copied: async () => undefined,
        },
        drafts,
        chooseBackup: createBackupChoice(core, async () => chosen),
        chooseTable: () => chooseTableFor(core, chooseFile),
        chooseAgenda: (groupId) => chooseAgendaFor(core, groupId, chooseFile),
        computerKey,
      }),
    log: (entry) => logged.push(entry),
    now: () => clock.read().monoMs,
  })
  return {
    door,
    core,
    clock,
    paths,
    beside,
    role: () => roleOf(access),
    takeLog() {
      const taken = logged
      logged = []
      return taken
    },
    strayPaths: () => strayPaths,
  }
}

function randomOf(dice: Dice): Random {
  const bytes = (count: number) => Buffer.from(Array.from({ length: count }, () => dice.below(256)))
  return {
    bytes,
    uuid() {
      const hex = bytes(16).toString('hex')
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
    },
  }
}
