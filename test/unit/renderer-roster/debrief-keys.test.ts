import { describe, expect, it } from 'vitest'
import { memberOfFigure, neighbour } from '../../../src/renderer/debrief/debrief-keys.ts'
import { seatPeople } from '../../../src/renderer/live/seated.ts'
import { evening, seat } from './evening.ts'

const members = seatPeople(evening([]), null, false).filter(({ isFacilitator }) => !isFacilitator)

describe('the keys of the debrief', () => {
  it('go to the next note and around the end', () => {
    expect(neighbour(members, null, 1)).toBe(seat(1))
    expect(neighbour(members, null, -1)).toBe(seat(6))
    expect(neighbour(members, seat(6), 1)).toBe(seat(1))
    expect(neighbour(members, seat(1), -1)).toBe(seat(6))
    expect(neighbour([], null, 1)).toBeNull()
  })

  it('take figures as seats', () => {
    expect(memberOfFigure(members, '1')).toBe(seat(1))
    expect(memberOfFigure(members, '0')).toBeNull()
    expect(memberOfFigure(members, 'a')).toBeNull()
  })
})
