import { expect, it } from 'vitest'
import { createKeptSheets } from '../../../src/main/ipc/kept-sheets.ts'
import { personIdSchema, sessionIdSchema } from '../../../src/shared/ids.ts'
import { keptSheetSchema, type KeptSheet } from '../../../src/shared/ipc/sheet-calls.ts'

const sessionIdOf = (number: number) =>
  sessionIdSchema.parse(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`)

function sheetFrom(start: string): KeptSheet {
  const personId = personIdSchema.parse('11111111-1111-4111-8111-111111111111')
  const line = { personId, status: 'present', came: '6:10', left: '', marks: [{ mark: 'risk', count: 1 }] }
  return keptSheetSchema.parse({ day: '2026-11-17', start, end: '', minutes: [], lines: [line] })
}

it('a sheet is given back as it was left last, each session’s own, until it is entered', () => {
  const sheets = createKeptSheets()
  const [one, other] = [sessionIdOf(1), sessionIdOf(2)]
  expect(sheets.read({ sessionId: one })).toBeNull()
  sheets.keep({ sessionId: one, sheet: sheetFrom('6') })
  sheets.keep({ sessionId: one, sheet: sheetFrom('6:04 PM') })
  sheets.keep({ sessionId: other, sheet: sheetFrom('18:30') })
  expect(sheets.read({ sessionId: one })).toEqual(sheetFrom('6:04 PM'))
  expect(sheets.read({ sessionId: other })).toEqual(sheetFrom('18:30'))
  sheets.keep({ sessionId: one, sheet: null })
  expect(sheets.read({ sessionId: one })).toBeNull()
  expect(sheets.read({ sessionId: other })).toEqual(sheetFrom('18:30'))
})

it('of more than twenty the one that was left first goes, and typing in one leaves it last', () => {
  const sheets = createKeptSheets()
  for (let number = 1; number <= 20; number += 1)
    sheets.keep({ sessionId: sessionIdOf(number), sheet: sheetFrom('18:00') })
  sheets.keep({ sessionId: sessionIdOf(1), sheet: sheetFrom('18:05') })
  sheets.keep({ sessionId: sessionIdOf(21), sheet: sheetFrom('18:10') })
  expect(sheets.read({ sessionId: sessionIdOf(2) })).toBeNull()
  expect(sheets.read({ sessionId: sessionIdOf(1) })).toEqual(sheetFrom('18:05'))
})

it.each(['Anouk', '6:04 with her', '<b>', '123456789012345'])('“%s” is no time, and is not kept', (typed) => {
  expect(keptSheetSchema.safeParse({ ...sheetFrom('18:00'), start: typed }).success).toBe(false)
})
