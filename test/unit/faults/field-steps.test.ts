import { expect, it } from 'vitest'
import { readFieldUses } from '../../faults/campaigns/leak/field-register.ts'
import { fieldSteps } from '../../faults/campaigns/leak/field-steps.ts'

const files = new Set(readFieldUses().map(({ file }) => file))

it('finds the text fields of the screens in their source', () => {
  expect(files).toContain('live/NoteField.tsx')
  expect(files).toContain('vault/Unlock.tsx')
  expect(files.size).toBeGreaterThan(70)
})

it('knows a way to every text field of the screens', () => {
  const reached = new Set(fieldSteps.flatMap(({ reaches }) => reaches))
  expect([...files].filter((file) => !reached.has(file))).toEqual([])
})

it('names no file that has no text field any more', () => {
  const named = fieldSteps.flatMap(({ reaches }) => reaches)
  expect(named.filter((file) => !files.has(file))).toEqual([])
})
