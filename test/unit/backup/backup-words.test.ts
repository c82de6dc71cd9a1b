import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  aheadWords,
  backupConcern,
  countedBackups,
  foundWords,
  fractionDone,
  lastBackup,
  lastIfGone,
  madeWords,
  nextWords,
  noneWords,
  sizeWords,
  vainWords,
} from '../../../src/renderer/backup/backup-words.ts'
import { countsOnLine, marksOnLine, placeOnLine } from '../../../src/renderer/backup/kept-line.ts'
import {
  backupFailureCodeSchema,
  backupStepSchema,
  type Backups,
  type ListedBackup,
} from '../../../src/shared/ipc/backup-calls.ts'
import { makeFailureWords, trialFailureWords } from '../../../src/renderer/backup/work-failures.ts'
import { restoreFailureWords } from '../../../src/renderer/backup/restore-words.ts'
import { backupIdSchema } from '../../../src/shared/ids.ts'

const dayMs = 86_400_000
/** Friday 20 November 2026, noon. */
const now = { wallMs: Date.UTC(2026, 10, 20, 12), zone: 'UTC' } as const
const facts = { sessionCount: 412, signedNoteCount: 3_180, memberCount: 23, newestSessionAtMs: now.wallMs }

function madeBefore(days: number): ListedBackup {
  return {
    backupId: backupIdSchema.parse('00000000-0000-4000-8000-000000000001'),
    name: 'circlekeeper-backup-2026-11-20-1200',
    folderName: 'stick',
    madeAtMs: now.wallMs - days * dayMs,
    bytes: 1,
    verifiedAtMs: now.wallMs,
    drilledAtMs: null,
    isThere: true,
    isInChosenFolder: true,
    facts,
  }
}

function standing(changed: Partial<Backups>): Backups {
  return {
    folderName: 'stick',
    isReachable: true,
    isSilent: false,
    schedule: 'daily',
    lastFailure: null,
    state: { stage: 'idle' },
    backups: [madeBefore(0)],
    ...changed,
  }
}

describe('the words about backups', () => {
  it('say what was found, with figures that can be read', () => {
    expect(foundWords(facts, now)).toMatch(/^412 sessions, 3,180 signed notes, newest .*20.*$/)
    expect(foundWords({ ...facts, sessionCount: 1, signedNoteCount: 1, newestSessionAtMs: null }, now)).toBe(
      '1 session, 1 signed note',
    )
  })

  it('say when it was made and how large it is', () => {
    expect(madeWords(now.wallMs, now)).toMatch(/^today at /)
    expect(madeWords(now.wallMs - dayMs, now)).toMatch(/^yesterday at /)
    expect(madeWords(now.wallMs - 9 * dayMs, now)).toMatch(/11.* at /)
    expect([640_512, 14_200_000, 2_500_000_000].map(sizeWords)).toEqual([
      '641\u00a0kB',
      '14\u00a0MB',
      '2.5\u00a0GB',
    ])
  })

  it('say when the next one comes', () => {
    expect(nextWords(standing({}), now)).toContain('tomorrow')
    expect(nextWords(standing({ schedule: 'weekly' }), now)).toContain('on Friday')
    expect(nextWords(standing({ backups: [madeBefore(1)] }), now)).toContain('within minutes')
    expect(nextWords(standing({ isReachable: false }), now)).toContain('once the folder is there')
    expect(nextWords(standing({ isReachable: false, isSilent: true }), now)).toContain(
      'once the folder answers',
    )
    expect(nextWords(standing({ schedule: 'off' }), now)).toBe('None is made by itself.')
  })

  it('go by the folder that is chosen: one in another folder keeps none from being made', () => {
    const elsewhere = { ...madeBefore(0), isInChosenFolder: false }
    expect(nextWords(standing({ backups: [elsewhere] }), now)).toContain('within minutes')
    expect(nextWords(standing({ backups: [elsewhere, madeBefore(0)] }), now)).toContain('tomorrow')
  })

  it('do not take one that lies ahead for the last, unless there is no other', () => {
    const [ahead, today] = [madeBefore(-365), madeBefore(0)]
    expect(lastBackup([ahead, today], now)).toBe(today)
    expect(lastBackup([ahead], now)).toBe(ahead)
    expect(lastBackup([], now)).toBeUndefined()
    expect(aheadWords(today, now)).toBeNull()
    expect(aheadWords(ahead, now)).toContain('later day than today')
    expect(nextWords(standing({ backups: [ahead, today] }), now)).toContain('tomorrow')
    // The list is in the order in which they were made: one from before whose day has come is not the last.
    expect(lastBackup([madeBefore(1), today], now)?.madeAtMs).toBe(madeBefore(1).madeAtMs)
    expect(nextWords(standing({ backups: [ahead] }), now)).toContain('within minutes')
    expect(backupConcern(standing({ backups: [ahead, madeBefore(3)] }), now)).toBe('late')
  })

  it('do not count one that is gone from a folder that is there', () => {
    const gone = { ...madeBefore(0), isThere: false }
    const older = madeBefore(1)
    const elsewhere = { ...madeBefore(1), isThere: false, isInChosenFolder: false }
    const emptied = standing({ backups: [gone, gone] })
    expect(countedBackups(emptied)).toEqual([])
    expect(noneWords(emptied)).toBe('No backup is in “stick” any more')
    expect(noneWords(standing({ backups: [] }))).toBe('There is no backup yet')
    expect(lastIfGone(emptied, now)).toBe(gone)
    expect(nextWords(emptied, now)).toContain('within the hour')
    const others = standing({ backups: [gone, older, elsewhere] })
    expect(countedBackups(others)).toEqual([older, elsewhere])
    expect(lastIfGone(others, now)).toBe(gone)
    expect(nextWords(others, now)).toContain('within the hour')
    // An older one is taken away by somebody who needs the room.
    const tidied = standing({ backups: [madeBefore(0), { ...older, isThere: false }] })
    expect(lastIfGone(tidied, now)).toBeNull()
    expect(nextWords(tidied, now)).toContain('tomorrow')
  })

  it('count one on a drive that is away, and all of one that does not answer', () => {
    const unseen = { ...madeBefore(0), isThere: false }
    const away = standing({ backups: [unseen], isReachable: false })
    expect(countedBackups(away)).toEqual([unseen])
    expect(lastIfGone(away, now)).toBeNull()
    expect(backupConcern(away, now)).toBeNull()
    expect(countedBackups({ ...away, isSilent: true })).toEqual([unseen])
  })

  it('tell of a folder that was away as of something past: it may be there again', () => {
    for (const code of ['not-reachable', 'not-answering'] as const)
      expect(makeFailureWords(code).happened).not.toMatch(/\b(is|does)\b/)
  })

  it('say of a trial that could not begin that the folder does not answer, and of no copy', () => {
    const { happened, safe } = trialFailureWords({ code: 'not-answering' })
    expect(happened).toContain('does not answer')
    expect(safe).not.toContain('copy')
  })

  it('are whole sentences for every way to fail, and say what is safe', () => {
    for (const code of backupFailureCodeSchema.options)
      for (const words of [
        makeFailureWords(code),
        trialFailureWords({ code }),
        restoreFailureWords({ code }),
      ])
        for (const sentence of [words.happened, words.safe, words.next])
          expect(sentence).toMatch(/^[A-Z].+\.$/)
  })
})

describe('what Today says', () => {
  it('nothing while backups go as they should, or were not wanted', () => {
    expect(backupConcern(standing({}), now)).toBeNull()
    expect(backupConcern(standing({ backups: [madeBefore(2)] }), now)).toBeNull()
    expect(backupConcern(standing({ schedule: 'weekly', backups: [madeBefore(14)] }), now)).toBeNull()
    expect(backupConcern(standing({ schedule: 'off', backups: [madeBefore(99)] }), now)).toBeNull()
  })

  it('that the last is older than twice its rhythm, or failed, or that there is no folder', () => {
    expect(backupConcern(standing({ backups: [madeBefore(3)] }), now)).toBe('late')
    expect(backupConcern(standing({ schedule: 'weekly', backups: [madeBefore(15)] }), now)).toBe('late')
    expect(backupConcern(standing({ folderName: null, backups: [] }), now)).toBe('no-folder')
    const full = { code: 'disk-full', sinceMs: now.wallMs } as const
    expect(backupConcern(standing({ lastFailure: full }), now)).toBe('failed')
  })

  it('that no backup is in its folder any more, and nothing of one that is gone while another is there', () => {
    const gone = { ...madeBefore(0), isThere: false }
    expect(backupConcern(standing({ backups: [gone] }), now)).toBe('gone')
    expect(backupConcern(standing({ backups: [gone, madeBefore(1)] }), now)).toBeNull()
    expect(backupConcern(standing({ backups: [gone, madeBefore(3)] }), now)).toBe('late')
    expect(backupConcern(standing({ schedule: 'off', backups: [gone] }), now)).toBeNull()
  })

  it('nothing of a drive that is locked away, until the last one is late', () => {
    const away = { code: 'not-reachable', sinceMs: now.wallMs - dayMs } as const
    expect(backupConcern(standing({ lastFailure: away, backups: [madeBefore(1)] }), now)).toBeNull()
    const longAway = { ...away, sinceMs: now.wallMs - 3 * dayMs }
    expect(backupConcern(standing({ lastFailure: longAway, backups: [] }), now)).toBe('late')
  })
})

it('how far it is never goes back from step to step, and ends at the whole', () => {
  const all = backupStepSchema.options.flatMap((step) =>
    [0, 50, 100].map((doneBytes) =>
      fractionDone({ stage: 'running', work: 'drilling', step, doneBytes, totalBytes: 100 }),
    ),
  )
  expect(all).toEqual(all.toSorted((one, other) => one - other))
  expect([all[0], all.at(-1)]).toEqual([0, 1])
  const nothing = { stage: 'running', work: 'making', step: 'copy', doneBytes: 0, totalBytes: 0 } as const
  expect(fractionDone(nothing)).toBe(0)
})

function at(days: number): number {
  return placeOnLine(now.wallMs - days * dayMs, now.wallMs)
}

describe('the line of what is kept', () => {
  const age = fc.double({ min: -10, max: 2_000, noNaN: true })

  it('has the younger never to the left of the older, and all of them on it', () => {
    fc.assert(
      fc.property(age, age, (one, other) => {
        const [younger, older] = [Math.min(one, other), Math.max(one, other)]
        expect(at(younger)).toBeGreaterThanOrEqual(at(older))
        expect(at(older)).toBeGreaterThanOrEqual(0)
        expect(at(younger)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('counts each backup once', () => {
    fc.assert(
      fc.property(fc.array(age), (ages) => {
        const counts = countsOnLine(
          ages.map((days) => now.wallMs - days * dayMs),
          now.wallMs,
        )
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(ages.length)
      }),
    )
  })

  it('has a mark for each day, week and month', () => {
    expect(marksOnLine()).toHaveLength(7 + 4 + 12)
    expect(new Set(marksOnLine()).size).toBe(23)
  })
})

describe('what “Back up now” answers while the folder is away', () => {
  const away = { folderName: 'stick', isReachable: false, isSilent: false }
  const silent = { ...away, isSilent: true }

  it.each([
    ['is not there', away],
    ['does not answer', silent],
  ])('is other words at every press, where it %s', (_, backups) => {
    const heard = [0, 1, 2, 3].flatMap((count) => [
      vainWords(backups, { count, isAsking: false }),
      vainWords(backups, { count, isAsking: true }),
    ])
    expect(heard[0]).toBeNull()
    for (const [index, words] of heard.entries()) expect(words).not.toBe(heard[index + 1])
    expect(heard[1]).toContain('stick')
    expect(new Set(heard.filter((_words, index) => index % 2 === 0)).size).toBe(4)
  })

  it('says which of the two it is, and that no backup was made', () => {
    expect(vainWords(silent, { count: 1, isAsking: false })).toBe(
      'No backup was made: “stick” still does not answer. Looked for once.',
    )
    expect(vainWords(away, { count: 2, isAsking: false })).toBe(
      'No backup was made: “stick” is still not there. Looked for 2 times.',
    )
  })

  it('is nothing where the folder is there, or none was chosen', () => {
    expect(vainWords({ ...away, isReachable: true }, { count: 3, isAsking: true })).toBeNull()
    expect(vainWords({ ...away, folderName: null }, { count: 3, isAsking: true })).toBeNull()
  })
})
