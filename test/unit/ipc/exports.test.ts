// Lines to the core are typed by name of task; a table of answers cannot be.
/* oxlint-disable typescript/no-unsafe-type-assertion */
import { expect, test } from 'vitest'
import type { CoreClient } from '../../../src/main/core-client.ts'
import type { PrintableDocument } from '../../../src/main/documents/printable-document.ts'
import { createExports } from '../../../src/main/ipc/exports.ts'
import { handleRequest } from '../../../src/main/ipc/handle-request.ts'
import { exportIdSchema } from '../../../src/shared/ids.ts'
import { fail, succeed, type Result } from '../../../src/shared/result.ts'
import type { Failure } from '../../../src/shared/ipc/failure.ts'
import { facts } from '../documents/summary-facts.ts'

const exportId = exportIdSchema.parse('5b1c0a52-8f0e-4a53-9c1e-7d8ea3f2a9c2')
const { sessionId } = facts

/** The core's line with answers by task: this is about who is asked what, and in which order. */
function line(
  answers: Readonly<Record<string, Result<unknown, Failure>>>,
  printed: Result<Uint8Array, Failure> = succeed(new Uint8Array([37])),
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
  const exports = createExports({
    core,
    async print(document: PrintableDocument) {
      asked.push(['print', document.bodyHtml.includes('High-risk evenings')])
      return printed
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
  const { asked, core, exports } = line({ 'export.facts': succeed(facts), 'export.write': succeed(file) })
  const request = { name: 'export.group-summary', input: { sessionId } } as const
  expect(await handleRequest(request, core, exports, noDisplay)).toEqual(succeed(file))
  expect(asked).toEqual([
    ['export.facts', { sessionId }],
    ['print', true],
    ['export.write', { sessionId, kind: 'group-summary', bytes: new Uint8Array([37]) }],
  ])
})

test('facts that are refused are not printed', async () => {
  const { asked, exports } = line({ 'export.facts': fail({ code: 'not-closed' }) })
  expect(await exports.printGroupSummary(sessionId)).toEqual(fail({ code: 'not-closed' }))
  expect(asked).toHaveLength(1)
})

test('what is not printed is not written', async () => {
  const { asked, exports } = line({ 'export.facts': succeed(facts) }, fail({ code: 'print-failed' }))
  expect(await exports.printGroupSummary(sessionId)).toEqual(fail({ code: 'print-failed' }))
  expect(asked).toHaveLength(2)
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
