import { describe, expect, it } from 'vitest'
import { isBackupWork } from '../../../src/renderer/app/silence.ts'
import { backupPlaces } from '../../../src/renderer/privacy/backup-places.ts'
import {
  memoryGuard,
  memoryWords,
  vaultFileWords,
  vaultGuard,
  wayWords,
} from '../../../src/renderer/privacy/privacy-words.ts'
import { backupIdSchema } from '../../../src/shared/ids.ts'
import { backupStateSchema, type Backups, type BackupState } from '../../../src/shared/ipc/backup-calls.ts'
import type { Held } from '../../../src/shared/ipc/privacy-calls.ts'

const file = (name: string, holds: Held) => ({ name, bytes: 4_200, changedAtMs: 0, holds })
const own = [file('record.db', 'encrypted'), file('record.db-wal', 'nothing'), file('vault.json', 'lock')]

describe('the vault is called encrypted', () => {
  it('where its pages prove it', () => {
    expect(vaultGuard(own)).toEqual({ guard: 'Encrypted: its pages prove it' })
  })

  it.each<[string, Held]>([
    ['Not encrypted: record.db-copy', 'readable'],
    ['Encrypted or not: unknown of record.db-copy', 'unknown'],
  ])('and never where one file is not known to be: %s', (guard, holds) => {
    expect(vaultGuard([...own, file('record.db-copy', holds)])).toEqual({ guard, tone: 'amber' })
    expect(vaultFileWords(file('record.db-copy', holds))).toMatch(/, (not encrypted|unknown)$/)
  })

  it('nor where nothing in it proves anything', () => {
    expect(vaultGuard([])).toEqual({ guard: 'No encrypted file', tone: 'amber' })
    expect(vaultGuard([file('vault.json', 'lock')]).tone).toBe('amber')
  })

  it('with few of many names', () => {
    const many = ['a', 'b', 'c', 'd'].map((name) => file(name, 'readable'))
    expect(vaultGuard(many).guard).toBe('Not encrypted: a, b, and 2 more')
  })
})

describe('what is in the memory', () => {
  it('is never said to be off the disk where the system is silent', () => {
    for (const memory of [
      { swappedBytes: null, dumps: null },
      { swappedBytes: 0, dumps: null },
      { swappedBytes: null, dumps: 'none' },
    ] as const) {
      expect(memoryGuard(memory).guard).toBe('Not measured here')
      expect(memoryWords(memory)).toContain('not measured here')
    }
    expect(memoryGuard({ swappedBytes: 0, dumps: 'none' }).guard).toBe('None of it in swap now')
  })

  it('is warned of where it may be on one', () => {
    for (const memory of [
      { swappedBytes: 4_096, dumps: 'none' },
      { swappedBytes: 0, dumps: 'written' },
      { swappedBytes: null, dumps: 'handed-over' },
    ] as const)
      expect(memoryGuard(memory).tone).toBe('amber')
  })
})

it('a way in is told with the work that its lock asks for', () => {
  expect(wayWords({ kind: 'recovery', guess: { memoryKiB: 131_072, passes: 7 } })).toEqual([
    'The recovery code',
    'a guess fills 128 MiB, 7 times',
  ])
  expect(wayWords({ kind: 'computer', guess: null })[1]).toBe('random: nobody can guess it')
})

const backup = (folderName: string, isThere: boolean, isInChosenFolder: boolean) => ({
  backupId: backupIdSchema.parse('00000000-0000-4000-8000-000000000001'),
  name: 'circlekeeper-backup-2026-11-20-1200',
  folderName,
  madeAtMs: 0,
  bytes: 1,
  verifiedAtMs: 0,
  drilledAtMs: null,
  isThere,
  isInChosenFolder,
  facts: { sessionCount: 0, signedNoteCount: 0, memberCount: 0, newestSessionAtMs: null },
})

describe('a folder with backups', () => {
  const given: Backups = {
    folderName: 'stick',
    isReachable: true,
    isSilent: false,
    schedule: 'daily',
    lastFailure: null,
    state: { stage: 'idle' },
    backups: [backup('stick', true, true), backup('stick', false, true), backup('old', false, false)],
  }

  it('is told with what stands in it, and one that was left with what cannot be told', () => {
    expect(backupPlaces(given)).toMatchObject([
      { folderName: 'stick', lies: '1 of 2 backups stands where written' },
      { folderName: 'old', lies: '1 backup written; none can be reached now', guard: 'Not measured here' },
    ])
  })

  it.each([
    ['away', { isReachable: false, isSilent: false }, 'the folder is not there now'],
    ['silent', { isReachable: false, isSilent: true }, 'the folder does not answer'],
  ])('is not measured while it is %s, and never called encrypted', (_, standing, words) => {
    const [chosen] = backupPlaces({ ...given, ...standing })
    expect(chosen).toMatchObject({ guard: 'Not measured here' })
    expect(chosen?.lies).toContain(words)
    for (const { guard } of backupPlaces(given)) expect(guard).not.toMatch(/^Encrypted/)
  })
})

it('of what is told of backups only one that runs is work: a drive that answers late does not begin the wait anew', () => {
  const stages = backupStateSchema.options.map(({ shape }) => shape.stage.value)
  const states: Readonly<Record<BackupState['stage'], BackupState>> = {
    idle: { stage: 'idle' },
    running: { stage: 'running', work: 'making', step: 'copy', doneBytes: 0, totalBytes: 1 },
    done: { stage: 'done', work: 'making', backupId: null, found: null },
    cancelled: { stage: 'cancelled', work: 'making' },
    failed: { stage: 'failed', work: 'making', code: 'not-answering' },
  }
  expect(stages.filter((stage) => isBackupWork(states[stage]))).toEqual(['running'])
})
