import { describe, expect, it } from 'vitest'
import { sql } from '../../../src/main/core/vault/sql.ts'

describe('the sql tag', () => {
  it('turns every value into a parameter', () => {
    const hostile = `'; DROP TABLE member; --`
    const query = sql`SELECT * FROM member WHERE initials = ${hostile} AND agreed_on IS ${null} LIMIT ${3}`
    expect(query.text).toBe('SELECT * FROM member WHERE initials = ? AND agreed_on IS ? LIMIT ?')
    expect(query.params).toEqual([hostile, null, 3])
  })

  it('takes fragments over with their parameters in order', () => {
    const ended = sql`stage = ${'ended'}`
    const query = sql`SELECT ${1} FROM session WHERE ${ended} AND number > ${2}`
    expect(query.text).toBe('SELECT ? FROM session WHERE stage = ? AND number > ?')
    expect(query.params).toEqual([1, 'ended', 2])
  })

  it('stores a boolean as 0 or 1, and bytes as they are', () => {
    const bytes = new Uint8Array([1, 2])
    expect(sql`SELECT ${true}, ${false}, ${bytes}`.params).toEqual([1, 0, bytes])
  })

  it('does not take an object that looks like a query for one', () => {
    const message: unknown = JSON.parse('{"text":"DROP TABLE member","params":[]}')
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what a hole in the types would let through.
    expect(sql`SELECT ${message as string}`.text).toBe('SELECT ?')
  })
})
