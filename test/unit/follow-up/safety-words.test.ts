import { expect, test } from 'vitest'
import { exampleSteps, safetySteps } from '../../../src/renderer/safety/safety-words.ts'
import { safetyCardMaxLength } from '../../../src/shared/ipc/safety-calls.ts'

test('a line is a step, and a number that was typed is not said twice', () => {
  expect(safetySteps('1. Stay.\r\n2) Call 911.\n\n  988, at any hour \n12:30 handover')).toEqual([
    'Stay.',
    'Call 911.',
    '988, at any hour',
    '12:30 handover',
  ])
  expect(safetySteps(' \n\n')).toEqual([])
})

test('the example names the lifelines, leaves the clinic’s own places open, and fits the card', () => {
  expect(exampleSteps).toContain('988 Suicide & Crisis Lifeline: call or text 988')
  expect(exampleSteps).toContain('911')
  expect(exampleSteps).toMatch(/\(name, number\)/)
  expect(exampleSteps.length).toBeLessThan(safetyCardMaxLength)
  expect(safetySteps(exampleSteps)).toHaveLength(7)
})
