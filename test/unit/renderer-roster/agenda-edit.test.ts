import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addPhase,
  balanceWords,
  changePhase,
  dropPhase,
  movePhase,
  phaseProblems,
} from '../../../src/renderer/agenda/agenda-edit.ts'
import { agendaSchema, phaseSchema, totalMinutes, type Phase } from '../../../src/shared/agenda/phase.ts'
import { agendaTemplates } from '../../../src/shared/agenda/templates.ts'
import { phaseIdSchema } from '../../../src/shared/ids.ts'

const newId = () => phaseIdSchema.parse(crypto.randomUUID())
const agenda: readonly Phase[] = agendaTemplates['relapse-prevention'].phases.map((phase) => ({
  ...phase,
  id: newId(),
}))
const names = (phases: readonly Phase[]) => phases.map(({ name }) => name)
const at = (index: number) => agenda[index] ?? expect.unreachable()

describe('the order of an agenda', () => {
  it('moves a phase and stops at the ends', () => {
    expect(names(movePhase(agenda, at(2).id, -1))[1]).toBe('Topic')
    expect(names(movePhase(agenda, at(0).id, -1))).toEqual(names(agenda))
    expect(names(movePhase(agenda, at(0).id, 99)).at(-1)).toBe('Opening & agreements')
    expect(movePhase(agenda, newId(), 1)).toBe(agenda)
  })

  it('drops a phase before or after another', () => {
    expect(names(dropPhase(agenda, at(0).id, { id: at(2).id, side: 'after' })).slice(0, 3)).toEqual([
      'Check-in round',
      'Topic',
      'Opening & agreements',
    ])
    expect(names(dropPhase(agenda, at(2).id, { id: at(0).id, side: 'before' }))[0]).toBe('Topic')
    expect(dropPhase(agenda, at(1).id, { id: at(1).id, side: 'before' })).toBe(agenda)
  })

  it('loses and invents nothing, whatever is moved where', () => {
    const index = fc.nat(agenda.length - 1)
    fc.assert(
      fc.property(
        index,
        index,
        fc.integer({ min: -30, max: 30 }),
        fc.boolean(),
        (from, onto, by, isBefore) => {
          const side = isBefore ? 'before' : 'after'
          const moved = movePhase(dropPhase(agenda, at(from).id, { id: at(onto).id, side }), at(from).id, by)
          expect(names(moved).toSorted()).toEqual(names(agenda).toSorted())
        },
      ),
    )
  })
})

describe('phases that come and change', () => {
  it('adds one before a protected close, with the minutes that are free', () => {
    const shorter = changePhase(agenda, at(3).id, { minutes: 20 })
    const longer = addPhase(shorter, newId(), 90)
    expect(names(longer).at(-2)).toBe('New phase')
    expect(totalMinutes(longer)).toBe(90)
    expect(agendaSchema.safeParse(longer).success).toBe(true)
  })

  it('adds one at the end where the close is not protected, over the length if it must', () => {
    const open = changePhase(agenda, at(6).id, { isProtected: false })
    const longer = addPhase(open, newId(), 90)
    expect(names(longer).at(-1)).toBe('New phase')
    expect(balanceWords(longer, 90)).toBe('5 minutes too many.')
  })

  it('says how the minutes stand', () => {
    expect(balanceWords(agenda, 90)).toBe('The session is filled.')
    expect(balanceWords(agenda, 91)).toBe('1 minute still free.')
  })

  it('finds a problem exactly where the contract would refuse the phase', () => {
    const minutes = fc.oneof(fc.integer({ min: -1, max: 600 }), fc.constant(2.5), fc.constant(Number.NaN))
    fc.assert(
      fc.property(
        fc.constantFrom('', '  ', 'Topic', 'x'.repeat(61)),
        minutes,
        minutes,
        (name, planned, minimum) => {
          const phase = { ...at(2), name, minutes: planned, minimumMinutes: minimum }
          expect(Object.keys(phaseProblems(phase)).length === 0).toBe(phaseSchema.safeParse(phase).success)
        },
      ),
    )
  })

  it.each(['x', '🌱'])('lets a name have sixty of %s, and no more, as the contract does', (sign) => {
    for (const count of [60, 61]) {
      const phase = { ...at(2), name: sign.repeat(count) }
      expect(phaseSchema.safeParse(phase).success).toBe(count === 60)
      expect(phaseProblems(phase).name === undefined).toBe(count === 60)
    }
  })
})
