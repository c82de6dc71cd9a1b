import { describe, expect, it } from 'vitest'
import { readTable } from '../../../src/main/core/import/read-table.ts'

const cellsOf = (bytes: Uint8Array) => readTable(bytes)?.map(({ cells }) => cells)

describe('a file is read as a table', () => {
  const rows = [
    ['Name', 'Group'],
    ['Zoë Ünal, RN', 'Tuesday "late"'],
  ]
  it.each([
    ['commas', 'Name,Group\r\n"Zoë Ünal, RN","Tuesday ""late"""\r\n'],
    ['semicolons', 'Name;Group\n"Zoë Ünal, RN";"Tuesday ""late"""'],
    ['tabs', 'Name\tGroup\n"Zoë Ünal, RN"\t"Tuesday ""late"""'],
    ['a separator that the first line names', 'sep=|\nName|Group\n"Zoë Ünal, RN"|"Tuesday ""late"""'],
  ])('with %s', (_, text) => {
    expect(cellsOf(Buffer.from(text))).toEqual(rows)
  })

  it.each([
    ['UTF-8 with its mark', Buffer.from('\uFEFFName\nZoë')],
    ['UTF-16', Buffer.from('\uFEFFName\nZoë', 'utf16le')],
    ['what Windows wrote before', Buffer.from('Name\nZoë', 'latin1')],
  ])('in %s', (_, bytes) => {
    expect(cellsOf(bytes)).toEqual([['Name'], ['Zoë']])
  })

  it('with its lines numbered as a spreadsheet numbers them', () => {
    expect(readTable(Buffer.from('Name,Chart\n\n,\nUma,1\n'))?.map(({ line }) => line)).toEqual([1, 4])
  })
})

describe('a file of two programs, whose lines end differently, loses no line', () => {
  const rows = [
    ['Name', 'Group', 'Note'],
    ['Uma', 'Late, "B"', 'x'],
    ['Ivo', 'Early', 'late, too'],
    ['Ana', 'Early', 'y'],
  ]
  it.each([
    ['\r\n', '\n', '\r\n'],
    ['\n', '\r\n', '\n'],
    ['\r', '\n', '\r\n'],
  ])('%j, %j, %j', (first, second, third) => {
    const uma = 'Uma,"Late, ""B""",x'
    const text = `Name,Group,Note${first}${uma}${second}Ivo,Early,"late, too"${third}Ana,Early,y${second}`
    expect(cellsOf(Buffer.from(text))).toEqual(rows)
  })

  it('and keeps the line breaks of a quoted cell', () => {
    expect(cellsOf(Buffer.from('Name,Note\r\nUma,"a\nb\r\nc"\nIvo,d'))).toEqual([
      ['Name', 'Note'],
      ['Uma', 'a\nb\r\nc'],
      ['Ivo', 'd'],
    ])
  })
})

describe('what is no table', () => {
  it.each([
    ['nothing', Buffer.from('')],
    ['blank lines', Buffer.from('\n\n , \n')],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ['too many lines', Buffer.from('a,b\n'.repeat(5_001))],
    ['too many columns', Buffer.from('a,'.repeat(61))],
    ['a cell without an end', Buffer.from(`Name\n${'a'.repeat(1_001)}`)],
    ['too many bytes', Buffer.alloc(4 * 1024 * 1024 + 1, 'a,b\n')],
  ])('is said to be none: %s', (_, bytes) => {
    expect(readTable(bytes)).toBeNull()
  })
})
