import { describe, expect, it } from 'vitest'
import { createSaver } from '../../../src/renderer/debrief/saver.ts'
import type { Failure } from '../../../src/shared/ipc/failure.ts'
import { fail, succeed, type Result } from '../../../src/shared/result.ts'

/** A disk whose answers come when the test says so, and a clock that moves when the test says so. */
function surroundings() {
  const disk: string[] = []
  const open: ((answer: Result<null, Failure>) => void)[] = []
  const planned = new Set<() => void>()
  return {
    disk,
    planned,
    effects: {
      save: async (text: string) => {
        const answer = await new Promise<Result<null, Failure>>((resolve) => open.push(resolve))
        if (answer.ok) disk.push(text)
        return answer
      },
      later: (run: () => void) => {
        planned.add(run)
        return () => planned.delete(run)
      },
    },
    rest: () => {
      const due = [...planned]
      planned.clear()
      for (const run of due) run()
    },
    answer: async (answer: Result<null, Failure> = succeed(null)) => {
      open.shift()?.(answer)
      await Promise.resolve()
      await Promise.resolve()
      await Promise.resolve()
    },
    inFlight: () => open.length,
  }
}

const full = fail({ code: 'disk-full' } as const)

describe('saving a text as it is written', () => {
  it('waits to be asked where a text does not save at rest, and still tries again after a failure', async () => {
    const at = surroundings()
    const saver = createSaver<string>('', { ...at.effects, savesAtRest: false })
    saver.change('a')
    expect(saver.status().kind).toBe('waiting')
    expect(at.planned.size).toBe(0)
    void saver.flush()
    await at.answer(full)
    expect(saver.status().kind).toBe('failed')
    at.rest()
    await at.answer()
    expect(at.disk).toEqual(['a'])
  })

  it('says saved only after the disk has answered', async () => {
    const at = surroundings()
    const saver = createSaver<string>('', at.effects)
    expect(saver.status().kind).toBe('untouched')
    saver.change('a')
    expect(saver.status().kind).toBe('waiting')
    at.rest()
    expect(saver.status().kind).toBe('saving')
    await at.answer()
    expect(saver.status().kind).toBe('saved')
    expect(at.disk).toEqual(['a'])
  })

  it('does not wait for a rest that never comes', async () => {
    const disk: string[] = []
    const timers: { readonly ms: number; readonly run: () => void }[] = []
    const saver = createSaver<string>('', {
      save: async (text) => {
        disk.push(text)
        return succeed(null)
      },
      later(run, ms) {
        const timer = { run, ms }
        timers.push(timer)
        return () => void timers.splice(timers.indexOf(timer), 1)
      },
    })
    for (const text of ['W', 'Wr', 'Wri']) saver.change(text)
    expect(timers.map(({ ms }) => ms).toSorted((a, b) => a - b)).toEqual([600, 3_000])
    timers.find(({ ms }) => ms === 3_000)?.run()
    await saver.flush()
    expect(disk).toEqual(['Wri'])
    expect(timers).toEqual([])
  })

  it('saves the last of several edits, once', async () => {
    const at = surroundings()
    const saver = createSaver<string>('', at.effects)
    for (const text of ['a', 'ab', 'abc']) saver.change(text)
    expect(at.planned.size).toBe(1)
    at.rest()
    await at.answer()
    expect(at.disk).toEqual(['abc'])
  })

  it('never has two saves under way, and ends with the newest text', async () => {
    const at = surroundings()
    const saver = createSaver<string>('', at.effects)
    saver.change('old')
    const flushed = saver.flush()
    saver.change('new')
    void saver.flush()
    expect(at.inFlight()).toBe(1)
    await at.answer()
    expect(saver.status().kind).toBe('saving')
    await at.answer()
    await expect(flushed).resolves.toBe(true)
    expect(at.disk).toEqual(['old', 'new'])
    expect(saver.status().kind).toBe('saved')
  })

  it('keeps a text whose save failed and tries again by itself', async () => {
    const at = surroundings()
    const saver = createSaver<string>('', at.effects)
    saver.change('kept')
    const flushed = saver.flush()
    await at.answer(full)
    await expect(flushed).resolves.toBe(false)
    expect(saver.status()).toEqual({ kind: 'failed', failure: { code: 'disk-full' } })
    expect(saver.value()).toBe('kept')
    at.rest()
    await at.answer()
    expect(at.disk).toEqual(['kept'])
    expect(saver.status().kind).toBe('saved')
  })

  it('has nothing to do without an edit', async () => {
    const at = surroundings()
    const saver = createSaver<string>('as read', at.effects)
    await expect(saver.flush()).resolves.toBe(true)
    expect(at.inFlight()).toBe(0)
  })
})
