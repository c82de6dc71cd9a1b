import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { maxSpeakers, replayTurns, type ReplayReport } from './replay/replay-turns.ts'
import { readRttm, type RttmProblem, type SpokenTurn } from './replay/rttm.ts'

const usage = 'Usage: npm run replay -- FILE.rttm [--json]'
const unusableInput = 2

const { values, positionals } = readArguments()
const [path, ...others] = positionals
if (path === undefined || others.length > 0) refuse(usage)

const turns = readTurns(path)
const speakerCount = new Set(turns.map(({ speaker }) => speaker)).size
if (speakerCount > maxSpeakers) {
  refuse(`The file has ${speakerCount} speakers; a group has at most ${maxSpeakers} members.`)
}
const report = await replayTurns(turns)
console.log(values.json ? JSON.stringify(report) : tableOf(report))

function readArguments() {
  try {
    return parseArgs({ options: { json: { type: 'boolean', default: false } }, allowPositionals: true })
  } catch {
    return refuse(usage)
  }
}

function readTurns(file: string): SpokenTurn[] {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file))
  } catch {
    return refuse('The file cannot be read as text.')
  }
  const read = readRttm(text)
  return read.ok ? read.value : refuse(wordsFor(read.error))
}

function wordsFor(problem: RttmProblem): string {
  switch (problem.code) {
    case 'no-turns':
      return 'The file has no SPEAKER line, so it is no RTTM of turns.'
    case 'bad-line':
      return `Line ${problem.line} is no turn: SPEAKER <file> 1 <start s> <duration s> <NA> <NA> <speaker> …`
  }
}

function refuse(words: string): never {
  console.error(words)
  process.exit(unusableInput)
}

function tableOf({
  members,
  severalAtOnceSeconds,
  silenceSeconds,
  events,
  logVerified,
}: ReplayReport): string {
  const width = Math.max(...members.map(({ speaker }) => speaker.length), 'speaker'.length)
  const row = (speaker: string, talk: string, count: string) =>
    `${speaker.padEnd(width)}  ${talk.padStart(10)}  ${count.padStart(5)}`
  return [
    row('speaker', 'talk s', 'turns'),
    ...members.map(({ speaker, talkSeconds, turns: count }) =>
      row(speaker, talkSeconds.toFixed(2), String(count)),
    ),
    '',
    `several at once ${severalAtOnceSeconds.toFixed(2)} s, silence ${silenceSeconds.toFixed(2)} s`,
    `${events} events, log ${logVerified ? 'verified' : 'BROKEN'}`,
  ].join('\n')
}
