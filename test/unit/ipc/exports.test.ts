// Lines to the core are typed by name of task; a table of answers cannot be.
/* oxlint-disable typescript/no-unsafe-type-assertion */
import { describe, expect, test } from 'vitest'
import type { CoreClient } from '../../../src/main/core-client.ts'
import { createExports, type Exports } from '../../../src/main/ipc/exports.ts'
import { handleRequest } from '../../../src/main/ipc/handle-request.ts'
import { createKeptDrafts } from '../../../src/main/ipc/kept-drafts.ts'
import type { Printer } from '../../../src/main/ipc/print-draft.ts'
import { exportIdSchema } from '../../../src/shared/ids.ts'
import { fail, succeed, type Result } from '../../../src/shared/result.ts'
import type { Failure } from '../../../src/shared/ipc/failure.ts'
import { disclosure, noteDocument, signedNote } from '../../support/note-cases.ts'
import { facts, stamp } from '../documents/summary-facts.ts'

const exportId = exportIdSchema.parse('5b1c0a52-8f0e-4a53-9c1e-7d8ea3f2a9c2')
const { sessionId } = facts
const pdf = new Uint8Array([37])
const printing = { paper: 'A4', password: null } as const
const summary = { name: 'export.group-summary', input: { sessionId, ...printing } } as const
const title = 'Paper of a group session: 5AE1, version 1, content 4e91c07a1b2c3d4e'

/** The core's line with answers by task: this is about who is asked what, and in which order. */
function line(
  answers: Readonly<Record<string, Result<unknown, Failure>>>,
  {
    print = () => succeed(pdf),
    chosen = succeed(null),
    chosenFolder = null,
    onProgress = () => undefined,
  }: {
    readonly print?: () => Result<Uint8Array, Failure>
    readonly chosen?: Result<Uint8Array | null, Failure>
    readonly chosenFolder?: string | null
    readonly onProgress?: (exports: Exports, done: number) => void
  } = {},
) {
  const asked: unknown[] = []
  const run = async (name: string, input: unknown) => {
    asked.push([name, input])
    return answers[name] ?? fail({ code: 'core-gone' })
  }
  const call = async (request: unknown) => {
    asked.push(request)
    return succeed(null)
  }
  const core = { run, call } as Pick<CoreClient, 'run' | 'call'>
  const openPrinter = (): Printer => ({
    async print(document) {
      asked.push(['print', document.title])
      return print()
    },
    close: () => void asked.push(['close']),
  })
  const exports = createExports({
    core,
    openPrinter,
    readChosenFile: async () => chosen,
    chooseFolder: async () => chosenFolder,
    tellProgress(progress) {
      asked.push(['progress', progress.done, progress.total])
      onProgress(exports, progress.done)
    },
    async open(path) {
      asked.push(['open', path])
      return succeed(null)
    },
  })
  return { asked, core, exports }
}

// No call of these tests opens a window.
const noWindow = {
  display: {
    isOpen: () => false,
    toggle: () => Promise.reject(new Error('no window here')),
    close: () => Promise.reject(new Error('no window here')),
  },
  system: {
    abilities: () => ({ clearsClipboard: false, hidesFromCapture: false }),
    copied: () => Promise.reject(new Error('no window here')),
  },
  drafts: createKeptDrafts(),
  chooseAgenda: () => Promise.reject(new Error('no window here')),
  chooseTable: () => Promise.reject(new Error('no window here')),
  computerKey: {
    state: () => Promise.reject(new Error('no key store here')),
    open: () => Promise.reject(new Error('no key store here')),
    turnOn: () => Promise.reject(new Error('no key store here')),
  },
  chooseBackup: {
    folder: () => Promise.reject(new Error('no window here')),
    toRestore: () => Promise.reject(new Error('no window here')),
  },
}

test('a summary is made of the core’s facts and written by the core', async () => {
  const file = { exportId, sessionId, kind: 'group-summary', fileName: 'x.pdf', exportedAtMs: 1 }
  const { asked, core, exports } = line({
    'export.facts': succeed({ facts, stamp }),
    'export.write': succeed(file),
  })
  expect(await handleRequest(summary, { core, exports, ...noWindow })).toEqual(succeed(file))
  expect(asked).toEqual([
    ['export.facts', { sessionId }],
    ['print', title],
    ['export.write', { stamp, bytes: pdf, hasPassword: false, consent: null }],
    ['close'],
  ])
})

test('facts that are refused are not printed', async () => {
  const { asked, exports } = line({ 'export.facts': fail({ code: 'not-closed' }) })
  expect(await exports.print(summary)).toEqual(fail({ code: 'not-closed' }))
  expect(asked).toHaveLength(1)
})

test('what is not printed is not written', async () => {
  const { asked, exports } = line(
    { 'export.facts': succeed({ facts, stamp }) },
    { print: () => fail({ code: 'print-failed' }) },
  )
  expect(await exports.print(summary)).toEqual(fail({ code: 'print-failed' }))
  expect(asked).toEqual([['export.facts', { sessionId }], ['print', title], ['close']])
})

test('only paths that the core names are opened', async () => {
  const { asked, core, exports } = line({
    'export.path': succeed('/exports/x.pdf'),
    'export.folder': succeed('/exports'),
    'export.folder-of': succeed('/media/key'),
  })
  await handleRequest({ name: 'export.open', input: { exportId } }, { core, exports, ...noWindow })
  for (const input of [{ exportId: null }, { exportId }])
    // oxlint-disable-next-line no-await-in-loop
    await handleRequest({ name: 'export.show-folder', input }, { core, exports, ...noWindow })
  expect(asked).toEqual([
    ['export.path', { exportId }],
    ['open', '/exports/x.pdf'],
    ['export.folder', null],
    ['open', '/exports'],
    ['export.folder-of', { exportId }],
    ['open', '/media/key'],
  ])
})

test('an export that the core does not know is not opened', async () => {
  const { asked, exports } = line({ 'export.path': fail({ code: 'not-found' }) })
  expect(await exports.open(exportId)).toEqual(fail({ code: 'not-found' }))
  expect(asked).toHaveLength(1)
})

test('every other call is the core’s', async () => {
  const { asked, core, exports } = line({})
  await handleRequest({ name: 'export.list', input: { sessionId } }, { core, exports, ...noWindow })
  expect(asked).toEqual([{ name: 'export.list', input: { sessionId } }])
})

test('a note for somebody else is written with its consent, which the ledger is told of', async () => {
  const note = noteDocument(signedNote('DAP'))
  const { personId } = note.note.text.facts.member
  const { asked, exports } = line({ 'export.note-facts': succeed(note), 'export.write': succeed(null) })
  await exports.print({
    name: 'export.note',
    input: { sessionId, personId, consent: disclosure, ...printing },
  })
  expect(asked).toContainEqual([
    'export.write',
    { stamp: note.stamp, bytes: pdf, hasPassword: false, consent: disclosure },
  ])
})

describe('the notes of a session', () => {
  const people = ['one', 'two', 'three']
  const note = noteDocument(signedNote('DAP'))
  const file = { exportId, sessionId, kind: 'progress-note', fileName: 'x.pdf', exportedAtMs: 1 }
  const answers = {
    'export.note-people': succeed(people),
    'export.note-facts': succeed(note),
    'export.write': succeed(file),
  }
  const request = { name: 'export.notes', input: { sessionId, ...printing } } as const
  const consent = { kind: 'chart' }

  test('are printed one after the other by one printer, for the charts alone', async () => {
    const { asked, core, exports } = line(answers)
    expect(await handleRequest(request, { core, exports, ...noWindow })).toEqual(
      succeed({ files: [file, file, file], total: 3, wasCancelled: false, failure: null }),
    )
    expect(asked.filter((entry) => namesOf([entry])[0] === 'export.note-facts')).toEqual(
      people.map((personId) => ['export.note-facts', { sessionId, personId, consent }]),
    )
    expect(asked.slice(0, 2)).toEqual([
      ['export.note-people', { sessionId }],
      ['progress', 0, 3],
    ])
    expect(asked.slice(-2)).toEqual([['progress', 3, 3], ['close']])
  })

  test('the next one is read, and the one before written, while one is printed', async () => {
    const { asked, exports } = line(answers)
    await exports.printNotes(sessionId, printing)
    const places = (name: string) => namesOf(asked).flatMap((one, at) => (one === name ? [at] : []))
    const [read, printed, written] = [places('export.note-facts'), places('print'), places('export.write')]
    expect([read, printed, written].map(({ length }) => length)).toEqual([3, 3, 3])
    for (const at of [0, 1]) {
      expect(read[at + 1]).toBeLessThan(printed[at] ?? 0)
      expect(written[at]).toBeLessThan(printed[at + 1] ?? 0)
    }
  })

  test('stop after the file at which they were cancelled, and keep it', async () => {
    const { asked, core, exports } = line(answers, {
      onProgress: (running, done) => {
        if (done === 2) void running.cancelNotes()
      },
    })
    expect(await handleRequest(request, { core, exports, ...noWindow })).toEqual(
      succeed({ files: [file, file], total: 3, wasCancelled: true, failure: null }),
    )
    expect(namesOf(asked).filter((name) => name === 'export.write')).toHaveLength(2)
    expect(namesOf(asked).at(-1)).toBe('close')
  })

  test('stop at the first that fails', async () => {
    const { asked, exports } = line({ ...answers, 'export.write': fail({ code: 'disk-full' }) })
    expect(await exports.printNotes(sessionId, printing)).toEqual(
      succeed({ files: [], total: 3, wasCancelled: false, failure: 'disk-full' }),
    )
    expect(namesOf(asked).at(-1)).toBe('close')
    expect(namesOf(asked).filter((name) => name === 'export.write')).toHaveLength(1)
  })

  test('keep the files that were made before the printer failed', async () => {
    const sheets = [pdf, pdf]
    const print = () => {
      const sheet = sheets.pop()
      return sheet === undefined ? fail({ code: 'print-failed' as const }) : succeed(sheet)
    }
    const { asked, exports } = line(answers, { print })
    expect(await exports.printNotes(sessionId, printing)).toEqual(
      succeed({ files: [file, file], total: 3, wasCancelled: false, failure: 'print-failed' }),
    )
    expect(namesOf(asked).at(-1)).toBe('close')
  })

  test('none is begun when it is cancelled at once', async () => {
    const { asked, exports } = line(answers, { onProgress: (running) => void running.cancelNotes() })
    expect(await exports.printNotes(sessionId, printing)).toEqual(
      succeed({ files: [], total: 3, wasCancelled: true, failure: null }),
    )
    expect(namesOf(asked)).not.toContain('print')
  })

  test('may be none', async () => {
    const { exports } = line({ ...answers, 'export.note-people': succeed([]) })
    expect(await exports.printNotes(sessionId, printing)).toEqual(
      succeed({ files: [], total: 0, wasCancelled: false, failure: null }),
    )
  })
})

test('the core says what a chosen file is', async () => {
  const verdict = succeed({ kind: 'unknown', carried: null })
  const { asked, core, exports } = line({ 'export.identify': verdict }, { chosen: succeed(pdf) })
  const request = { name: 'export.verify', input: {} } as const
  expect(await handleRequest(request, { core, exports, ...noWindow })).toEqual(verdict)
  expect(asked).toEqual([['export.identify', { bytes: pdf }]])
})

test('where nobody chose a file, or it cannot be read, the core is not asked', async () => {
  const { asked, exports } = line({})
  expect(await exports.verify()).toEqual(succeed(null))
  const unreadable = line({}, { chosen: fail({ code: 'not-readable' }) })
  expect(await unreadable.exports.verify()).toEqual(fail({ code: 'not-readable' }))
  expect([...asked, ...unreadable.asked]).toEqual([])
})

function namesOf(asked: readonly unknown[]): unknown[] {
  return asked.map((entry) => (Array.isArray(entry) ? entry[0] : entry))
}

test('the core says whether a chosen folder will do', async () => {
  const folder = { path: '/media/key', isOwn: false, isReady: true }
  const { asked, core, exports } = line(
    { 'export.set-folder': succeed(folder) },
    { chosenFolder: '/media/key' },
  )
  const request = { name: 'export.choose-folder', input: {} } as const
  expect(await handleRequest(request, { core, exports, ...noWindow })).toEqual(succeed(folder))
  expect(asked).toEqual([['export.set-folder', { path: '/media/key' }]])
  const nothing = line({})
  expect(await nothing.exports.chooseFolder()).toEqual(succeed(null))
  expect(nothing.asked).toEqual([])
})
