import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { MainCallName } from '../../../src/main/core/protocol.ts'
import { createExports } from '../../../src/main/ipc/exports.ts'
import { createBackupChoice } from '../../../src/main/ipc/choose-backup.ts'
import { chooseAgendaFor } from '../../../src/main/ipc/choose-agenda.ts'
import { chooseTableFor } from '../../../src/main/ipc/choose-table.ts'
import { createComputerKey } from '../../../src/main/ipc/computer-key.ts'
import { createKeptDrafts } from '../../../src/main/ipc/kept-drafts.ts'
import { handleRequest } from '../../../src/main/ipc/handle-request.ts'
import type { Request } from '../../../src/main/ipc/door.ts'
import type { agendaDraftCalls } from '../../../src/shared/ipc/agenda-draft-calls.ts'
import { contract, isCallName, type InputOf } from '../../../src/shared/ipc/contract.ts'
import type { displayCalls } from '../../../src/shared/ipc/room-calls.ts'
import type { sheetCalls } from '../../../src/shared/ipc/sheet-calls.ts'
import type { systemCalls } from '../../../src/shared/ipc/system-calls.ts'
import { succeed } from '../../../src/shared/result.ts'
import { createKeyStore } from '../../../src/main/security/key-store.ts'
import { createFakeSafeStorage } from '../../support/fake-safe-storage.ts'
import { openDocumentPrinter, type DocumentPrinter } from '../../support/print-documents.ts'
import { readPdf } from '../../support/read-pdf.ts'
import {
  createOpenWorld,
  definitely,
  passphrase,
  prepareSession,
  startSession,
  valueOf,
  type Prepared,
  type World,
} from '../support/world.ts'

const password = 'quiet river 42'

/** The calls that main answers and that are about what is in the vault. */
type ExportCallName = Exclude<
  MainCallName,
  | keyof typeof displayCalls
  | keyof typeof systemCalls
  | keyof typeof sheetCalls
  | keyof typeof agendaDraftCalls
>
type Inputs = { readonly [Name in ExportCallName]: InputOf<Name> }

let world: World
let session: Prepared
let printer: DocumentPrinter
let folder: string

beforeAll(async () => {
  printer = await openDocumentPrinter()
  world = await createOpenWorld()
  session = await startSession(world, 2)
  world.clock.pass(300_000)
  await session.act({ type: 'end' })
  const overridden = ['names', 'copied', 'judgement', 'missing', 'private-only'] as const
  const { sessionId } = session
  for (const personId of session.memberIds)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await world.get('note.sign', { sessionId, personId, overridden: [...overridden] })
  folder = join(world.folder, 'chosen')
  mkdirSync(folder)
})
afterAll(async () => {
  await world.close()
  await printer.close()
})

async function everyInput(): Promise<Inputs> {
  const { sessionId } = session
  const coming = await prepareSession(world, 1)
  const personId = definitely(session.memberIds[0])
  const printing = { paper: 'A4', password } as const
  const { stamp } = valueOf(await world.core.run('export.facts', { sessionId }))
  const { exportId } = valueOf(await world.core.run('export.write', { stamp, bytes: Buffer.from('%PDF') }))
  const consent = { kind: 'disclosure', recipient: 'Riverbend', purpose: 'care', reference: 'R-3' } as const
  return {
    'export.group-summary': { sessionId, ...printing },
    'export.de-identified-summary': { sessionId, ...printing },
    'export.tick-sheet': { sessionId: coming.sessionId, naming: 'names', ...printing },
    'export.attendance-sheet': { sessionId, naming: 'names', ...printing },
    'export.supervision-summary': { sessionId, ...printing },
    'export.note': { sessionId, personId, consent, ...printing },
    'export.disclosures': { personId: null, ...printing },
    'export.member-progress': { personId, span: { kind: 'now' }, consent, ...printing },
    'export.group-over-time': { groupId: session.groupId, weeks: 12, ...printing },
    'export.notes': { sessionId, ...printing },
    'export.cancel-notes': {},
    'export.verify': {},
    'export.open': { exportId },
    'export.show-folder': {},
    'export.choose-folder': {},
    'import.choose': {},
    'agenda.choose-file': { groupId: session.groupId },
    'backups.choose-folder': {},
    'backups.choose-to-restore': {},
    'kit.make': { recoveryCode: await world.get('vault.propose-recovery-code', {}), paper: 'A4' },
    'computer-key.state': {},
    'computer-key.turn-on': { authorPassphrase: passphrase },
    'computer-key.open': {},
  }
}

/** What is signed and what the log says, whole. */
async function readHistory(): Promise<string> {
  const { sessionId } = session
  const { log } = await world.get('session.open', { sessionId })
  return JSON.stringify([log, await world.get('note.list', { sessionId })])
}

const agendaBytes = Buffer.from(
  JSON.stringify({
    format: 'circlekeeper-agenda',
    version: 1,
    groupType: 'skills',
    lengthMinutes: 60,
    phases: [{ name: 'Round', kind: 'round', minutes: 30, minimumMinutes: 10, isProtected: false }],
  }),
)
const openNothing = () => Promise.reject(new Error('no call of these opens a window'))

it('no call that main answers changes what is signed, or the log', async () => {
  const exports = createExports({
    core: world.core,
    openPrinter: () => ({
      print: async (document, paper) => succeed(await printer.print(document, paper)),
      close: () => undefined,
    }),
    open: async () => succeed(null),
    readChosenFile: async () => {
      const [name = ''] = readdirSync(world.paths.exportsDir)
      return succeed(new Uint8Array(readFileSync(join(world.paths.exportsDir, name))))
    },
    chooseFolder: async () => folder,
    tellProgress: () => undefined,
  })
  const core = { call: openNothing }
  const store = createKeyStore('linux', createFakeSafeStorage())
  const computerKey = createComputerKey({ core: world.core, store, randomBytes, isOpen: () => true })
  const inputs = await everyInput()
  const before = await readHistory()
  for (const [name, input] of Object.entries(inputs)) {
    if (!isCallName(name)) throw new Error(name)
    // Name and input belong together by the table of inputs.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const request = { name, input: contract[name].input.parse(input) } as Request
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const answer = await handleRequest(request, {
      core,
      exports,
      display: { isOpen: () => false, toggle: openNothing, close: openNothing },
      system: { abilities: () => ({ clearsClipboard: false, hidesFromCapture: false }), copied: openNothing },
      drafts: createKeptDrafts(),
      // Nobody chooses a backup to restore: while the vault is open it would be refused.
      chooseBackup: createBackupChoice(world.core, async (title) =>
        title.includes('restore') ? null : folder,
      ),
      chooseAgenda: (groupId) => chooseAgendaFor(world.core, groupId, async () => succeed(agendaBytes)),
      chooseTable: () => chooseTableFor(world.core, async () => succeed(Buffer.from('Name\nUma Ferrow\n'))),
      computerKey,
    })
    expect(answer, name).toMatchObject({ ok: true })
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect(await readHistory(), name).toBe(before)
  }
  // They did what they do: nine documents, two notes, and the one that was there without a password.
  const files = await world.get('export.list-all', {})
  expect(files.map(({ hasPassword }) => hasPassword)).toEqual([...Array(11).fill(true), false])
  expect(JSON.stringify([files, world.pushed])).not.toContain(password)
  for (const { exportId } of files.slice(0, 11)) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const path = valueOf(await world.core.run('export.path', { exportId }))
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await expect(readPdf(path), path).rejects.toThrow('No password given')
  }
})
