import { expect, it } from 'vitest'
import { defaultRetentionRules, retentionRulesSchema } from '../../../src/shared/retention/retention-rules.ts'
import { stateRules } from '../../../src/shared/retention/state-rules.ts'

it('every rule that is offered can be entered, and names where it stands', () => {
  for (const { state, licence, adultYears, minorYears, citation, readIn } of stateRules) {
    const jurisdiction = `${state}, ${licence}`
    const entered = { ...defaultRetentionRules, jurisdiction, adultYears, minorYears }
    expect(retentionRulesSchema.safeParse(entered).success, jurisdiction).toBe(true)
    expect(citation).toMatch(/\d/u)
    expect(readIn).not.toBe('')
  }
  expect(new Set(stateRules.map(({ citation }) => citation)).size).toBe(stateRules.length)
})

it('until somebody has looked one up, charts are kept as long as the strictest of them asks for', () => {
  for (const { adultYears, minorYears } of stateRules) {
    expect(defaultRetentionRules.adultYears).toBeGreaterThanOrEqual(adultYears)
    expect(defaultRetentionRules.minorYears).toBeGreaterThanOrEqual(minorYears)
  }
})
