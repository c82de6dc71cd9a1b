import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PhaseProgress } from '../../../src/shared/session/state.ts'
import { fewestMinutes, keepsMinutes, trimAgenda } from '../../../src/shared/session/trim-agenda.ts'
import { phase } from './arbitraries.ts'

const minute = 60_000

const phaseArbitrary = fc
  .record({
    minutes: fc.integer({ min: 1, max: 60 }),
    lower: fc.nat({ max: 40 }),
    isProtected: fc.boolean(),
    kind: fc.constantFrom('plain' as const, 'round' as const, 'break' as const),
    actualMs: fc.oneof(fc.constant(0), fc.nat({ max: 70 * minute })),
  })
  .map(({ lower, ...rest }) => ({ ...rest, minimumMinutes: Math.max(1, rest.minutes - lower) }))

/** Some phases that are over, the one that is on, and those ahead. */
const agendaArbitrary = fc
  .tuple(fc.array(phaseArbitrary, { minLength: 1, maxLength: 12 }), fc.nat({ max: 11 }))
  .map(([phases, at]) =>
    phases.map((given, index): PhaseProgress => ({
      ...given,
      id: phase(index),
      name: `Phase ${index}`,
      plannedMinutes: given.minutes,
      status: index < at ? 'done' : index === at ? 'current' : 'ahead',
      enteredAtMs: null,
      skipReason: null,
      isInserted: false,
      goneIds: [],
    })),
  )
const wantedArbitrary = fc.integer({ min: 1, max: 90 })

function spareOf(one: PhaseProgress): number {
  return keepsMinutes(one) || one.status === 'done' ? 0 : one.minutes - fewestMinutes(one)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}

function wonBy(agenda: readonly PhaseProgress[], trims: ReturnType<typeof trimAgenda>): number {
  return sum(
    trims.map(({ phaseId, minutes }) => (agenda.find(({ id }) => id === phaseId)?.minutes ?? 0) - minutes),
  )
}

describe('winning minutes back', () => {
  it('wins exactly what is wanted, or all that can be won', () => {
    fc.assert(
      fc.property(agendaArbitrary, wantedArbitrary, (agenda, wanted) => {
        const able = sum(agenda.map(spareOf))
        expect(wonBy(agenda, trimAgenda(agenda, wanted))).toBe(Math.min(wanted, able))
      }),
    )
  })

  it('never goes below a minimum or below what a phase has had, and never into a break, a protected phase or one that is over', () => {
    fc.assert(
      fc.property(agendaArbitrary, wantedArbitrary, (agenda, wanted) => {
        for (const { phaseId, minutes } of trimAgenda(agenda, wanted)) {
          const before = agenda.find(({ id }) => id === phaseId)
          if (before === undefined) throw new Error('A phase that is not in the agenda')
          expect(keepsMinutes(before)).toBe(false)
          expect(before.status).not.toBe('done')
          expect(minutes).toBeLessThan(before.minutes)
          expect(minutes).toBeGreaterThanOrEqual(before.minimumMinutes)
          expect(minutes * minute).toBeGreaterThanOrEqual(before.actualMs)
        }
      }),
    )
  })

  it('changes as few phases as possible, and the one that is on only when those ahead cannot give enough', () => {
    fc.assert(
      fc.property(agendaArbitrary, wantedArbitrary, (agenda, wanted) => {
        const trims = trimAgenda(agenda, wanted)
        const won = wonBy(agenda, trims)
        const ahead = agenda.filter(({ status }) => status === 'ahead')
        const isOnTouched = trims.some(({ phaseId }) =>
          agenda.some(({ id, status }) => id === phaseId && status === 'current'),
        )
        if (isOnTouched) expect(sum(ahead.map(spareOf))).toBeLessThan(wanted)
        const givers = (sum(ahead.map(spareOf)) >= wanted ? ahead : agenda)
          .map(spareOf)
          .toSorted((a, b) => b - a)
        expect(sum(givers.slice(0, trims.length - 1))).toBeLessThan(Math.max(1, won))
      }),
    )
  })

  it('keeps the order of the agenda and names each phase once', () => {
    fc.assert(
      fc.property(agendaArbitrary, wantedArbitrary, (agenda, wanted) => {
        const places = trimAgenda(agenda, wanted).map(({ phaseId }) =>
          agenda.findIndex(({ id }) => id === phaseId),
        )
        expect(places).toEqual([...new Set(places)].toSorted((a, b) => a - b))
      }),
    )
  })
})
