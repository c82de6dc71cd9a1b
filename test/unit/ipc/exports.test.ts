// Lines to the core are typed by name of task; a table of answers cannot be.
/* oxlint-disable typescript/no-unsafe-type-assertion */
import { describe, expect, test } from 'vitest'
import type { CoreClient } from '../../../src/main/core-client.ts'
import { createExports, type Exports, type Printer } from '../../../src/main/ipc/exports.ts'
import { handleRequest } from '../../../src/main/ipc/handle-request.ts'
import { exportIdSchema } from '../../../src/shared/ids.ts'
import { fail, succeed, type Result } from '../../../src/shared/result.ts'
import type { Failure } from '../../../src/shared/ipc/failure.ts'
import { noteDocument, signedNote } from '../../support/note-cases.ts'
import { facts, stamp } from '../documents/summary-facts.ts'

const exportId = exportIdSchema.parse('5b1c0a52-8f0e-4a53-9c1e-7d8ea3f2a9c2')
const { sessionId } = facts
const pdf = new Uint8Array([37])
const title = 'Paper of a group session: 5AE1, version 1, content 4e91c07a1b2c3d4e'

/** The core's line with answers by task: this is about who is asked what, and in which order. */
function line(
  answers: Readonly<Record<string, Result<unknown, Failure>>>,
  {
    printed = succeed(pdf),
    chosen = succeed(null),
    onProgress = () => undefined,
  }: {
    readonly printed?: Result<Uint8Array, Failure>
    readonly chosen?: Result<Uint8Array | null, Failure>
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
      return printed
    },
    close: () => void asked.push(['close']),
  })
  const exports = createExports({
    core,
    openPrinter,
    readChosenFile: async () => chosen,
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
const noDisplay = {
  isOpen: () => false,
  toggle: () => Promise.reject(new Error('no window here')),
  close: () => Promise.reject(new Error('no window here')),
}

test('a summary is made of the core’s facts and written by the core', async () => {
  const file = { exportId, sessionId, kind: 'group-summary', fileName: 'x.pdf', exportedAtMs: 1 }
  const { asked, core, exports } = line({
    'export.facts': succeed({ facts, stamp }),
    'export.write': succeed(file),
  })
  const request = { name: 'export.group-summary', input: { sessionId } } as const
  expect(await handleRequest(request, core, exports, noDisplay)).toEqual(succeed(file))
  expect(asked).toEqual([
    ['export.facts', { sessionId }],
    ['print', title],
    ['export.write', { stamp, bytes: pdf }],
    ['close'],
  ])
})

test('facts that are refused are not printed', async () => {
  const { asked, exports } = line({ 'export.facts': fail({ code: 'not-closed' }) })
  expect(await exports.printGroupSummary(sessionId)).toEqual(fail({ code: 'not-closed' }))
  expect(asked).toHaveLength(1)
})

test('what is not printed is not written', async () => {
  const { asked, exports } = line(
    { 'export.facts': succeed({ facts, stamp }) },
    { printed: fail({ code: 'print-failed' }) },
  )
  expect(await exports.printGroupSummary(sessionId)).toEqual(fail({ code: 'print-failed' }))
  expect(asked).toEqual([['export.facts', { sessionId }], ['print', title], ['close']])
})

test('only paths that the core names are opened', async () => {
  const { asked, core, exports } = line({
    'export.path': succeed('/exports/x.pdf'),
    'export.folder': succeed('/exports'),
  })
  await handleRequest({ name: 'export.open', input: { exportId } }, core, exports, noDisplay)
  await handleRequest({ name: 'export.show-folder', input: {} }, core, exports, noDisplay)
  expect(asked).toEqual([
    ['export.path', { exportId }],
    ['open', '/exports/x.pdf'],
    ['export.folder', null],
    ['open', '/exports'],
  ])
})

test('an export that the core does not know is not opened', async () => {
  const { asked, exports } = line({ 'export.path': fail({ code: 'not-found' }) })
  expect(await exports.open(exportId)).toEqual(fail({ code: 'not-found' }))
  expect(asked).toHaveLength(1)
})

test('every other call is the core’s', async () => {
  const { asked, core, exports } = line({})
  await handleRequest({ name: 'export.list', input: { sessionId } }, core, exports, noDisplay)
  expect(asked).toEqual([{ name: 'export.list', input: { sessionId } }])
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
  const request = { name: 'export.notes', input: { sessionId, paper: 'A4' } } as const
  const one = ['export.note-facts', 'print', 'export.write', 'progress']

  test('are printed one after the other in one window, for the charts alone', async () => {
    const { asked, core, exports } = line(answers)
    expect(await handleRequest(request, core, exports, noDisplay)).toEqual(
      succeed({ files: [file, file, file], total: 3, wasCancelled: false }),
    )
    expect(namesOf(asked)).toEqual(['export.note-people', 'progress', ...one, ...one, ...one, 'close'])
    expect(asked[2]).toEqual([
      'export.note-facts',
      { sessionId, personId: 'one', consent: { kind: 'chart' } },
    ])
  })

  test('stop after the file at which they were cancelled, and keep it', async () => {
    const { asked, core, exports } = line(answers, {
      onProgress: (running, done) => {
        if (done === 2) void running.cancelNotes()
      },
    })
    expect(await handleRequest(request, core, exports, noDisplay)).toEqual(
      succeed({ files: [file, file], total: 3, wasCancelled: true }),
    )
    expect(namesOf(asked)).toEqual(['export.note-people', 'progress', ...one, ...one, 'close'])
  })

  test('stop at the first that fails', async () => {
    const { asked, exports } = line({ ...answers, 'export.write': fail({ code: 'disk-full' }) })
    expect(await exports.printNotes(sessionId, 'A4')).toEqual(fail({ code: 'disk-full' }))
    expect(namesOf(asked).at(-1)).toBe('close')
    expect(namesOf(asked).filter((name) => name === 'print')).toHaveLength(1)
  })

  test('may be none', async () => {
    const { exports } = line({ ...answers, 'export.note-people': succeed([]) })
    expect(await exports.printNotes(sessionId, 'A4')).toEqual(
      succeed({ files: [], total: 0, wasCancelled: false }),
    )
  })
})

test('the core says what a chosen file is', async () => {
  const verdict = succeed({ kind: 'unknown', carried: null })
  const { asked, core, exports } = line({ 'export.identify': verdict }, { chosen: succeed(pdf) })
  const request = { name: 'export.verify', input: {} } as const
  expect(await handleRequest(request, core, exports, noDisplay)).toEqual(verdict)
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
