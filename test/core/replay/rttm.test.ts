import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRttm, type SpokenTurn } from '../../../scripts/replay/rttm.ts'

function turnsOf(text: string): SpokenTurn[] {
  const read = readRttm(text)
  if (!read.ok) throw new Error(read.error.code)
  return read.value
}

describe('an RTTM text', () => {
  it('is read whatever its line ends, order, comments and other lines', () => {
    const lines = [
      ';; made by hand',
      'SPKR-INFO rec 1 <NA> <NA> <NA> unknown b <NA> <NA>',
      'SPEAKER rec 1 5 2.5 <NA> <NA> b <NA> <NA>',
      '',
      '  SPEAKER\trec 1 .5   1e0 <NA> <NA> a <NA>',
      'LEXEME rec 1 0.5 0.2 hello lex a 0.9 <NA>',
    ]
    const expected = [
      { speaker: 'a', startMs: 500, endMs: 1_500 },
      { speaker: 'b', startMs: 5_000, endMs: 7_500 },
    ]
    expect(turnsOf(lines.join('\n'))).toEqual(expected)
    expect(turnsOf(`\uFEFF${lines.join('\r\n')}\r\n`)).toEqual(expected)
  })

  it('gives a speaker whose own turns overlap one floor after the other', () => {
    const text = ['a 0 10', 'a 5 3', 'b 6 1', 'a 13 2'].map(line).join('\n')
    expect(turnsOf(text)).toEqual([
      { speaker: 'a', startMs: 0, endMs: 10_000 },
      { speaker: 'a', startMs: 10_000, endMs: 13_000 },
      { speaker: 'b', startMs: 6_000, endMs: 7_000 },
      { speaker: 'a', startMs: 13_000, endMs: 15_000 },
    ])
  })

  it.each(['', 'hello', ';; SPEAKER', '{"a": 1}', 'SPEAKERS rec 1 0 1 <NA> <NA> a'])('is not %j', (text) => {
    expect(readRttm(text)).toEqual({ ok: false, error: { code: 'no-turns' } })
  })

  it.each(['a -1 2', 'a 1 -2', 'a x 2', 'a 1 NaN', 'a 1 Infinity', 'a 1 1e300', 'a 1,5 2'])(
    'with a turn %j names its line',
    (turn) => {
      const text = `${line('a 0 1')}\n${line(turn)}`
      expect(readRttm(text)).toEqual({ ok: false, error: { code: 'bad-line', line: 2 } })
    },
  )

  it('keeps each sum, however its turns are cut', () => {
    const turn = fc.record({
      speaker: fc.constantFrom('a', 'b', 'c'),
      start: fc.double({ min: 0, max: 500, noNaN: true }),
      duration: fc.double({ min: 0, max: 30, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(turn, { minLength: 1, maxLength: 200 }), (spoken) => {
        const text = spoken
          .map(({ speaker, start, duration }) => line(`${speaker} ${start} ${duration}`))
          .join('\n')
        for (const who of ['a', 'b', 'c']) {
          const own = turnsOf(text).filter(({ speaker }) => speaker === who)
          const wanted = spoken.filter(({ speaker }) => speaker === who)
          const sumMs = own.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)
          const wantedMs = wanted.reduce((sum, { duration }) => sum + duration * 1_000, 0)
          expect(Math.abs(sumMs - wantedMs)).toBeLessThan(1)
          expect(own.every(({ startMs }, index) => startMs >= (own[index - 1]?.endMs ?? 0))).toBe(true)
        }
      }),
    )
  })
})

function line(turn: string): string {
  const [speaker, start, duration] = turn.split(' ')
  return `SPEAKER rec 1 ${start} ${duration} <NA> <NA> ${speaker} <NA> <NA>`
}
