import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eventText } from '../../../src/main/core/session/chain.ts'
import { createEventReader, parseEvent } from '../../../src/main/core/session/event-reader.ts'
import { runArbitrary } from '../../unit/session/arbitrary-run.ts'
import { definitely } from '../support/world.ts'

const textsArbitrary = runArbitrary.map(({ runs }) => definitely(runs.at(-1)).events.map(eventText))

// What a value of a canonical text could have been in a text that nobody of ours wrote.
const strangeArbitrary = fc.oneof(
  fc.constantFrom('0', '-0', '-1', '1', '01', '1.5', '1e3', '999999999999999', '9007199254740993'),
  fc.constantFrom('null', '""', '"x"', '"\\u0041"', `"${'x'.repeat(65)}"`, '{}', '[]', '1}', '1 '),
  fc.constantFrom('1,"act":7', '1,"body":{"type":"session.ended"}', '"UTC","zone":"UTC"'),
)

/** A text with one of its values replaced. */
const changedArbitrary = fc
  .tuple(textsArbitrary, fc.nat(), fc.nat(), strangeArbitrary)
  .map(([texts, which, where, strange]) => {
    const text = definitely(texts[which % texts.length])
    const values = [...text.matchAll(/(?<=":)(?:"[^"]*"|-?\d+|null|true|false)/g)]
    const value = definitely(values[where % values.length])
    return {
      texts,
      changed: text.slice(0, value.index) + strange + text.slice(value.index + value[0].length),
    }
  })

function end(seq: number): string {
  return `"seq":${seq},"stamp":{"monoMs":${seq},"run":"run-1","wallMs":${seq},"zone":"UTC"}}`
}

describe('the reader of a log', () => {
  it('reads what the schema reads, of everything that the console writes', () => {
    fc.assert(
      fc.property(textsArbitrary, (texts) => {
        expect(texts.map(createEventReader())).toEqual(texts.map(parseEvent))
      }),
    )
  })

  it('refuses what the schema refuses, whatever it has read before', () => {
    fc.assert(
      fc.property(changedArbitrary, fc.nat(), ({ texts, changed }, again) => {
        const read = createEventReader()
        for (const text of texts) read(text)
        expect(read(changed)).toEqual(parseEvent(changed))
        // A strange text that has passed teaches nothing that is not so.
        const moved = changed.replace(/(?<="monoMs":)\d+/, String(again))
        expect(read(moved)).toEqual(parseEvent(moved))
      }),
      { numRuns: 1_000 },
    )
  })

  it.each([
    [
      'a key that stands twice',
      '{"act":1,"body":{"type":"session.ended"},"act":5,"body":{"type":"pause.ended"},',
    ],
    ['a body that is another', '{"act":1,"body":{"type":"session.ended"},"body":{"type":"pause.ended"},'],
    ['blanks', '{"act":1,"body":{ "type": "session.ended" },'],
    ['a key that it does not know', '{"act":1,"body":{"type":"session.ended"},"by":{"who":1},'],
    ['two values', '{"act":1,"body":{"type":"session.ended"}}{"a":{},'],
  ])('is not led astray by %s', (_, begin) => {
    const read = createEventReader()
    for (const seq of [3, 4, 5]) expect(read(begin + end(seq))).toEqual(parseEvent(begin + end(seq)))
  })
})
