import { expect, it } from 'vitest'
import { createKeptDrafts } from '../../../src/main/ipc/kept-drafts.ts'
import { groupIdSchema, personIdSchema, phaseIdSchema, sessionIdSchema } from '../../../src/shared/ids.ts'
import { agendaDraftCalls, type AgendaDraft } from '../../../src/shared/ipc/agenda-draft-calls.ts'
import { keptSheetSchema, type KeptSheet } from '../../../src/shared/ipc/sheet-calls.ts'

const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const sessionIdOf = (number: number) => sessionIdSchema.parse(idOf(number))

function sheetFrom(start: string): KeptSheet {
  const personId = personIdSchema.parse('11111111-1111-4111-8111-111111111111')
  const line = { personId, status: 'present', came: '6:10', left: '', marks: [{ mark: 'risk', count: 1 }] }
  return keptSheetSchema.parse({ day: '2026-11-17', start, end: '', minutes: [], lines: [line] })
}

it('a sheet is given back as it was left last, each session’s own, until it is entered', () => {
  const { sheets } = createKeptDrafts()
  const [one, other] = [sessionIdOf(1), sessionIdOf(2)]
  expect(sheets.read(one)).toBeNull()
  sheets.keep(one, sheetFrom('6'))
  sheets.keep(one, sheetFrom('6:04 PM'))
  sheets.keep(other, sheetFrom('18:30'))
  expect(sheets.read(one)).toEqual(sheetFrom('6:04 PM'))
  expect(sheets.read(other)).toEqual(sheetFrom('18:30'))
  sheets.keep(one, null)
  expect(sheets.read(one)).toBeNull()
  expect(sheets.read(other)).toEqual(sheetFrom('18:30'))
})

it('of more than twenty the one that was left first goes, and typing in one leaves it last', () => {
  const { sheets } = createKeptDrafts()
  for (let number = 1; number <= 20; number += 1) sheets.keep(sessionIdOf(number), sheetFrom('18:00'))
  sheets.keep(sessionIdOf(1), sheetFrom('18:05'))
  sheets.keep(sessionIdOf(21), sheetFrom('18:10'))
  expect(sheets.read(sessionIdOf(2))).toBeNull()
  expect(sheets.read(sessionIdOf(1))).toEqual(sheetFrom('18:05'))
})

it.each(['Anouk', '6:04 with her', '<b>', '123456789012345'])('“%s” is no time, and is not kept', (typed) => {
  expect(keptSheetSchema.safeParse({ ...sheetFrom('18:00'), start: typed }).success).toBe(false)
})

it('an agenda under change is kept as far as it is typed, beside the sheets', () => {
  const groupId = groupIdSchema.parse(idOf(1))
  const id = phaseIdSchema.parse(idOf(3))
  const phases: AgendaDraft = [
    { id, name: '', kind: 'plain', minutes: 0, minimumMinutes: 15, isProtected: false },
  ]
  const { sheets, agendas } = createKeptDrafts()
  const input = agendaDraftCalls['agenda.keep-draft'].input.parse({ groupId, phases })
  agendas.keep(groupId, input.phases)
  sheets.keep(sessionIdOf(1), sheetFrom('18:00'))
  sheets.keep(sessionIdOf(1), null)
  expect(agendas.read(groupId)).toEqual(phases)
})
