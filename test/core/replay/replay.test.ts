import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from '../../../src/shared/zod.ts'

const recordings = join(import.meta.dirname, '../turns')
const script = join(import.meta.dirname, '../../../scripts/replay.ts')

const reportSchema = z.strictObject({
  members: z.array(z.strictObject({ speaker: z.string(), talkSeconds: z.number(), turns: z.int() })),
  severalAtOnceSeconds: z.number(),
  silenceSeconds: z.number(),
  events: z.int(),
  logVerified: z.boolean(),
})

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'circlekeeper-test-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function replay(...args: readonly string[]) {
  // Its own temp folder, so that what it leaves there can be seen.
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    env: { ...process.env, TMPDIR: folder },
  })
  return { status, stdout, stderr }
}

function write(name: string, text: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

interface Span {
  readonly speaker: string
  readonly start: number
  readonly end: number
}

function spansOf(text: string): Span[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('SPEAKER'))
    .map((line) => line.split(/\s+/))
    .map((fields) => ({
      speaker: String(fields[7]),
      start: Number(fields[3]),
      end: Number(fields[3]) + Number(fields[4]),
    }))
}

/** How long exactly so many spans, or more, covered the recording: counted anew, without the console's code. */
function coveredSeconds(spans: readonly Span[], isCounted: (count: number) => boolean): number {
  const edges = spans.flatMap(({ start, end }) => [
    { at: start, by: 1 },
    { at: end, by: -1 },
  ])
  let [seconds, count, before] = [0, 0, 0]
  for (const { at, by } of edges.toSorted((a, b) => a.at - b.at)) {
    if (isCounted(count)) seconds += at - before
    count += by
    before = at
  }
  return seconds
}

describe('the replay of a recording', () => {
  it.each(readdirSync(recordings).filter((name) => name.endsWith('.rttm')))(
    'gives back the sums of %s',
    (name) => {
      const spans = spansOf(readFileSync(join(recordings, name), 'utf8'))
      const { status, stdout } = replay(join(recordings, name), '--json')
      expect(status).toBe(0)
      const report = reportSchema.parse(JSON.parse(stdout))
      expect(report.logVerified).toBe(true)
      expect(report.events).toBeGreaterThan(2 * spans.length)
      expect(report.members).toHaveLength(new Set(spans.map(({ speaker }) => speaker)).size)
      for (const { speaker, talkSeconds, turns } of report.members) {
        const own = spans.filter((span) => span.speaker === speaker)
        const sum = own.reduce((total, { start, end }) => total + end - start, 0)
        expect(Math.abs(talkSeconds - sum), speaker).toBeLessThan(0.1)
        expect(turns, speaker).toBe(own.length)
      }
      expect(report.severalAtOnceSeconds).toBeCloseTo(
        coveredSeconds(spans, (count) => count > 1),
        1,
      )
      expect(report.silenceSeconds).toBeCloseTo(
        coveredSeconds(spans, (count) => count === 0),
        1,
      )
    },
  )

  it('takes turns that overlap, touch or have no length, and prints a table for people', () => {
    const turns = ['a 0 10', 'a 5 3', 'b 4 0', 'a 13 2', 'b 15 1']
    const lines = turns
      .map((turn) => turn.split(' '))
      .map(([who, at, long]) => `SPEAKER r 1 ${at} ${long} x x ${who}`)
    const path = write('own.rttm', lines.toReversed().join('\r\n'))
    const report = reportSchema.parse(JSON.parse(replay(path, '--json').stdout))
    expect(report).toMatchObject({
      members: [
        { speaker: 'a', talkSeconds: 15, turns: 3 },
        { speaker: 'b', talkSeconds: 1, turns: 2 },
      ],
      severalAtOnceSeconds: 0,
      silenceSeconds: 0,
      logVerified: true,
    })
    expect(replay(path).stdout).toMatch(/a\s+15\.00\s+3\n/)
  })

  it('leaves nothing behind', () => {
    expect(readdirSync(folder).filter((name) => name.startsWith('circlekeeper-replay-'))).toEqual([])
  })
})

function crowd(count: number): string {
  return Array.from({ length: count }, (_, index) => `SPEAKER r 1 ${index} 1 x x s${index} x x`).join('\n')
}

describe('what cannot be replayed', () => {
  it.each([
    ['a file that is not there', () => [join(folder, 'nowhere.rttm')], 'cannot be read'],
    ['a picture', () => [write('a.png', Uint8Array.of(0x89, 0x50, 0xff, 0xfe))], 'cannot be read'],
    ['another text', () => [write('b.txt', 'Dear diary')], 'no SPEAKER line'],
    ['a turn without a time', () => [write('c.rttm', 'SPEAKER r 1 soon 1 x x a')], 'Line 1'],
    ['25 speakers', () => [write('d.rttm', crowd(25))], '25 speakers'],
    ['no file', () => [], 'Usage'],
    ['an unknown option', () => ['x', '--xml'], 'Usage'],
  ])('is refused with words: %s', (_, args, words) => {
    const { status, stdout, stderr } = replay(...args())
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(words)
  })

  it('is no circle of 24', () => {
    const { status, stdout } = replay(write('e.rttm', crowd(24)), '--json')
    expect(status).toBe(0)
    expect(reportSchema.parse(JSON.parse(stdout)).members).toHaveLength(24)
  })
})
