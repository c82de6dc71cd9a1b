import { expect, it } from 'vitest'
import { isKeptAfterReading } from '../../../src/renderer/app/forgotten-reads.ts'
import { readsChangedBy, staleAfter } from '../../../src/renderer/app/stale-reads.ts'
import { contract, isCallName } from '../../../src/shared/ipc/contract.ts'

it('knows for every call what it changes, and names only calls', () => {
  expect(Object.keys(readsChangedBy).toSorted()).toEqual(Object.keys(contract).toSorted())
  expect(Object.values(readsChangedBy).flat().every(isCallName)).toBe(true)
})

it('reads the people of the day again with the roster, and with the follow-ups that name them', () => {
  for (const [name, changed] of Object.entries(readsChangedBy)) {
    const names = changed.some((one) => one === 'roster.read' || one === 'follow-up.list-open')
    expect(isCallName(name) && staleAfter(name).has('roster.current'), name).toBe(names)
  }
  expect([...staleAfter('preferences.change')]).toEqual(['preferences.read'])
})

it('keeps no private text and no recovery code after its page', () => {
  expect(isKeptAfterReading('session.private-notes')).toBe(false)
  expect(isKeptAfterReading('vault.propose-recovery-code')).toBe(false)
  expect(isKeptAfterReading('roster.read')).toBe(true)
})
