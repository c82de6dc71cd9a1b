import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sessionIdSchema } from '../../../src/shared/ids.ts'
import { participationsOf, type TookPart } from '../../../src/shared/session/own-usual.ts'
import { markSchema } from '../../../src/shared/session/vocabulary.ts'

const minuteMs = 60_000

function took(turns: number, rest: Partial<TookPart> = {}): TookPart {
  return {
    sessionId: sessionIdSchema.parse(crypto.randomUUID()),
    observation: 'floor',
    wasObserved: true,
    presentMs: 90 * minuteMs,
    breakMs: 0,
    turns,
    samplesHeard: 0,
    marks: [],
    ...rest,
  }
}

const passed = { marks: [{ mark: 'passed' }] } as const

describe('what is usual for somebody', () => {
  it('is the least and the most of their own last four sessions, once there are three', () => {
    const parts = participationsOf([3, 5, 4, 7, 9, 6].map((turns) => took(turns)))
    expect(parts.map(({ usual }) => usual)).toEqual([
      null,
      null,
      null,
      { from: 3, to: 5 },
      { from: 3, to: 7 },
      { from: 4, to: 9 },
    ])
  })

  it('leaves out sessions that nobody watched, and short stays', () => {
    const parts = participationsOf([
      took(3),
      took(0, { wasObserved: false }),
      took(1, { presentMs: 19 * minuteMs }),
      took(5),
      took(4),
      took(6),
    ])
    expect(parts.map(({ amount }) => amount)).toEqual([3, null, null, 5, 4, 6])
    expect(parts.at(-1)?.usual).toEqual({ from: 3, to: 5 })
  })

  it('counts the spans in which they were heard where the console asked for them', () => {
    const [part] = participationsOf([took(0, { observation: 'sampling', samplesHeard: 6 })])
    expect(part?.amount).toBe(6)
  })
})

describe('a pass by choice', () => {
  it('has no amount where they said less than usual, and does not lower what is usual', () => {
    const parts = participationsOf([took(4), took(6), took(5), took(1, passed), took(5)])
    expect(parts[3]).toMatchObject({ amount: null, isByChoice: true })
    expect(parts[4]?.usual).toEqual({ from: 4, to: 6 })
  })

  it('is an amount like others where they took part as usual all the same', () => {
    const parts = participationsOf([took(4), took(6), took(5), took(5, passed)])
    expect(parts[3]).toMatchObject({ amount: 5, isByChoice: false })
  })

  it('is never a low point', () => {
    const marks = fc.array(fc.record({ mark: fc.constantFrom(...markSchema.options) }), { maxLength: 2 })
    const session = fc.tuple(fc.nat({ max: 9 }), marks).map(([turns, made]) => took(turns, { marks: made }))
    fc.assert(
      fc.property(fc.array(session, { maxLength: 30 }), (sessions) => {
        for (const [index, { amount, usual }] of participationsOf(sessions).entries()) {
          const hasChosen = sessions[index]?.marks.some(({ mark }) => mark === 'passed' || mark === 'quiet')
          if (hasChosen !== true || amount === null) continue
          expect(amount).toBeGreaterThanOrEqual(usual?.from ?? Number.POSITIVE_INFINITY)
          expect(amount).toBeGreaterThan(0)
        }
      }),
    )
  })
})
