import { expect, it } from 'vitest'
import { isKeptAfterReading, readsChangedBy } from '../../../src/renderer/app/stale-reads.ts'
import { contract, isCallName } from '../../../src/shared/ipc/contract.ts'

it('knows for every call what it changes, and names only calls', () => {
  expect(Object.keys(readsChangedBy).toSorted()).toEqual(Object.keys(contract).toSorted())
  expect(Object.values(readsChangedBy).flat().every(isCallName)).toBe(true)
})

it('keeps no private text and no recovery code after its page', () => {
  expect(isKeptAfterReading('session.private-notes')).toBe(false)
  expect(isKeptAfterReading('vault.propose-recovery-code')).toBe(false)
  expect(isKeptAfterReading('roster.read')).toBe(true)
})
