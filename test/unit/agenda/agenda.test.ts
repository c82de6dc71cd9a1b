import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitAgenda } from '../../../src/shared/agenda/fit-agenda.ts'
import { groupTypeSchema } from '../../../src/shared/agenda/group-type.ts'
import { totalMinutes } from '../../../src/shared/agenda/phase.ts'
import { agendaTemplates } from '../../../src/shared/agenda/templates.ts'

describe.each(groupTypeSchema.options)('the %s template', (type) => {
  const template = agendaTemplates[type]

  it('fills its length to the minute', () => {
    expect(totalMinutes(template.phases)).toBe(template.lengthMinutes)
  })

  it('protects its close and allows no minimum above the plan', () => {
    expect(template.phases.at(-1)?.isProtected).toBe(true)
    for (const phase of template.phases) expect(phase.minimumMinutes).toBeLessThanOrEqual(phase.minutes)
  })
})

const templateArbitrary = fc.constantFrom(...groupTypeSchema.options).map((type) => agendaTemplates[type])

describe('fitting an agenda', () => {
  it('meets the length exactly, leaves breaks and protected phases whole, and keeps every minimum', () => {
    fc.assert(
      fc.property(templateArbitrary, fc.integer({ min: 1, max: 480 }), ({ phases }, lengthMinutes) => {
        const fitted = fitAgenda(phases, lengthMinutes)
        if (!fitted.ok) {
          expect(fitted.error.shortestMinutes).toBeGreaterThan(lengthMinutes)
          return
        }
        expect(totalMinutes(fitted.value)).toBe(lengthMinutes)
        for (const [index, phase] of phases.entries()) {
          const minutes = fitted.value[index]?.minutes ?? 0
          expect(minutes).toBeGreaterThanOrEqual(phase.minimumMinutes)
          if (phase.isProtected || phase.kind === 'break') expect(minutes).toBe(phase.minutes)
        }
      }),
    )
  })

  it('reaches the shortest length that it names', () => {
    for (const { phases } of Object.values(agendaTemplates)) {
      const refused = fitAgenda(phases, 1)
      if (refused.ok) continue
      expect(fitAgenda(phases, refused.error.shortestMinutes).ok).toBe(true)
    }
  })
})
