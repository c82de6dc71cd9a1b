import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { createServer } from 'vite'
import type { Core } from '../../../src/main/core/create-core.ts'
import type { Exports, ExportSettings } from '../../../src/main/ipc/exports.ts'
import type { Failure } from '../../../src/shared/ipc/failure.ts'
import { fail, succeed, type Result } from '../../../src/shared/result.ts'
import type { Dice } from '../../properties/dice.ts'

/** What no house needs a second time. */
export interface HouseParts {
  readonly createExports: (settings: ExportSettings) => Exports
  /** What a printer gives: one empty page. */
  readonly paper: Uint8Array
  close(): Promise<void>
}

/** Papers are set in JSX, which Node alone does not read. */
export async function prepareParts(): Promise<HouseParts> {
  const root = join(import.meta.dirname, '../../..')
  const vite = await createServer({
    configFile: false,
    logLevel: 'error',
    root,
    appType: 'custom',
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  })
  const module = await vite.ssrLoadModule('/src/main/ipc/exports.ts')
  const document = await PDFDocument.create()
  document.addPage()
  return {
    // The module's own export, through a loader that knows no types.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    createExports: module['createExports'] as HouseParts['createExports'],
    paper: await document.save(),
    close: () => vite.close(),
  }
}

/** What main has of the computer: a printer, other programs, and files and folders that somebody chooses. */
export function openExports({
  core,
  dice,
  parts,
  own,
  chosen,
}: {
  readonly core: Core
  readonly dice: Dice
  readonly parts: HouseParts
  readonly own: string
  readonly chosen: string
}) {
  const strayPaths: string[] = []
  const exports = parts.createExports({
    core,
    openPrinter: () => ({
      print: async (): Promise<Result<Uint8Array, Failure>> =>
        dice.oneIn(20) ? fail({ code: 'print-failed' }) : succeed(parts.paper),
      close: () => undefined,
    }),
    async open(path) {
      if (!path.startsWith(`${own}/`)) strayPaths.push(path)
      return dice.oneIn(5) ? fail({ code: 'no-viewer' }) : succeed(null)
    },
    readChosenFile: async () =>
      dice.oneIn(5) ? fail({ code: 'not-readable' }) : succeed(chooseBytes(dice, parts)),
    chooseFolder: async () => (dice.oneIn(3) ? null : chosen),
    tellProgress: () => undefined,
  })
  return { exports, strayPaths }
}

/** The second window. */
export function openDisplay() {
  let isOpen = false
  return {
    display: {
      isOpen: () => isOpen,
      async toggle() {
        isOpen = !isOpen
        return isOpen
      },
      async close() {
        isOpen = false
        return isOpen
      },
    },
    closeDisplay: () => {
      isOpen = false
    },
  }
}

const agendaBytes = Buffer.from(
  JSON.stringify({
    format: 'circlekeeper-agenda',
    version: 1,
    groupType: 'process',
    lengthMinutes: 480,
    phases: [{ name: 'Round', kind: 'round', minutes: 480, minimumMinutes: 1, isProtected: false }],
  }),
)

/** What may be in a file that somebody chooses. */
export function chooseBytes(dice: Dice, { paper }: HouseParts): Uint8Array | null {
  return dice.pick([
    null,
    paper,
    Buffer.from('Name,Group\nUma Ferrow,Tuesday group\nIvo Laskan,\n'),
    Buffer.from(`Name\n=cmd|' /C calc'!A0\n"half`),
    Buffer.from([0xff, 0xfe, 0x00, 0xd8]),
    agendaBytes,
  ])
}
