import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import * as drive from '../../test/support/drive.ts'
import type { LaunchedConsole } from '../../test/support/launch.ts'
import { timeCore, type CoreTimes } from './core-floors.ts'
import { makeLongSession } from './long-session.ts'
import { timeGuards } from './guard-notes.ts'
import { growHeap } from './heap.ts'
import { countKeys } from './keys.ts'
import { line, say, type Measured, type Name } from './lines.ts'
import { echoSelector, installStopwatch, timeMany } from './painted.ts'
import { timePaper } from './paper.ts'
import { percentile } from './percentile.ts'
import { usedSeconds } from './process-time.ts'
import { measureReview } from './review.ts'
import { makeSignedSession } from './signed-session.ts'
import { goToLive, openConsole, timeGoingOn } from './window.ts'

/** Those that need the long session in a window. */
const ofLongSession: readonly Name[] = ['tap-to-painted-p50', 'tap-to-painted-p99', 'resume-3h', 'live-idle']

const eventCount = 5_000
const tapCount = 200
const resumeCount = 3
/** Nobody reads that a session is running, and presses the button, in less. */
const readingMs = 1_000
const idleSeconds = 20
const settleMs = 15_000

/** Measures in a real window on a real vault; every floor in the same run as its value. */
export async function measure(wanted: ReadonlySet<Name>): Promise<readonly Measured[]> {
  const isAnyWanted = (some: readonly Name[]) => some.some((name) => wanted.has(name))
  const measured = [
    ...(isAnyWanted(ofLongSession) ? await inFolder((folder) => measureLong(folder, wanted)) : []),
    ...(wanted.has('live-memory') ? await inFolder(measureMemory) : []),
    ...(wanted.has('guards-12') ? [measureGuards()] : []),
    ...(isAnyWanted(['pdf-note', 'pdf-batch-12']) ? await inFolder(measurePaper) : []),
    ...(wanted.has('debrief-keys') ? [await inFolder(measureKeys)] : []),
    ...(await measureReview(wanted)),
  ]
  return measured.filter(({ name }) => wanted.has(name))
}

async function measureLong(folder: string, wanted: ReadonlySet<Name>): Promise<Measured[]> {
  say(`making a session of ${eventCount} events`)
  const { sessionId } = await makeLongSession(folder, eventCount)
  const core = await timeCore(folder, sessionId)
  const resumed = wanted.has('resume-3h') ? [await measureResume(folder, core)] : []
  const launched = await openConsole(folder)
  try {
    const { page } = launched
    const still = wanted.has('live-idle') ? await measureStill(launched) : Number.NaN
    await goToLive(page)
    const idle = wanted.has('live-idle')
      ? [line('live-idle', await measureIdle(launched), '% of a core', still)]
      : []
    const isTapWanted = wanted.has('tap-to-painted-p50') || wanted.has('tap-to-painted-p99')
    return [...(isTapWanted ? await measureTaps(page, core) : []), ...resumed, ...idle]
  } finally {
    await launched.close()
  }
}

/**
 * The middle one of three consoles, each on its own copy, since a session comes back from a crash once: what unlocking
 * takes longer for it, and going on with it.
 */
async function measureResume(folder: string, { comeBackMs, readRowsMs }: CoreTimes): Promise<Measured> {
  const times: number[] = []
  for (let turn = 1; turn <= resumeCount; turn += 1) {
    say(`coming back to the session, ${turn} of ${resumeCount}`)
    times.push(await inCopy(folder, (copy) => timeGoingOn(copy, readingMs)))
  }
  const atOnceMs = await inCopy(folder, (copy) => timeGoingOn(copy, 0))
  say(`pressed at once, sooner than anybody could, it would be ${Math.round(atOnceMs + comeBackMs)} ms`)
  return line('resume-3h', percentile(times, 0.5) + comeBackMs, 'ms', readRowsMs)
}

/** A page on which nothing moves, in the same console, with the same session running in the core. */
async function measureStill(launched: LaunchedConsole): Promise<number> {
  say(`a still window for ${idleSeconds} s`)
  await drive.goTo(launched.page, 'Vault & privacy')
  const percent = await measureCpu(launched)
  await drive.goTo(launched.page, 'Today')
  return percent
}

async function measureIdle(launched: LaunchedConsole): Promise<number> {
  say(`a running phase for ${idleSeconds} s`)
  return measureCpu(launched)
}

async function measureCpu({ process: child }: LaunchedConsole): Promise<number> {
  const pid = child.pid ?? 0
  // What was just drawn has settled, and what it left behind was collected.
  await wait(settleMs)
  const startMs = performance.now()
  const before = usedSeconds(pid)
  await wait(idleSeconds * 1_000)
  return ((usedSeconds(pid) - before) / ((performance.now() - startMs) / 1_000)) * 100
}

/** Each seat twice: once to give the floor, once to take it back. */
function seatOf(index: number): string {
  return `main li > button[aria-keyshortcuts="${1 + (Math.floor(index / 2) % 9)}"]`
}

async function measureTaps(page: Page, { commitMs }: CoreTimes): Promise<Measured[]> {
  say(`${tapCount} clicks`)
  const stopwatch = await installStopwatch(page)
  const floors: number[] = []
  await timeMany(10, (index) => stopwatch.time(seatOf(index)))
  await timeMany(10, () => stopwatch.time(echoSelector))
  // In turns, so that whatever slows the computer meanwhile slows both.
  const taps = await timeMany(tapCount, async (index) => {
    floors.push(await stopwatch.time(echoSelector))
    return stopwatch.time(seatOf(index))
  })
  return [0.5, 0.99].map((share) =>
    line(
      share === 0.5 ? 'tap-to-painted-p50' : 'tap-to-painted-p99',
      percentile(taps, share),
      'ms',
      percentile(floors, share) + percentile(commitMs, share),
    ),
  )
}

/** The floor is what as many calls leave behind that tell the window nothing. */
async function measureMemory(folder: string): Promise<Measured[]> {
  await makeLongSession(folder, 40)
  const launched = await openConsole(folder)
  try {
    await goToLive(launched.page)
    say(`${eventCount} events in the window`)
    const { echoBytes, eventBytes } = await growHeap(launched.page, eventCount)
    return [line('live-memory', eventBytes / 1e6, 'MB', echoBytes / 1e6)]
  } finally {
    await launched.close()
  }
}

/** The floor is walking over the characters of the same texts once. */
function measureGuards(): Measured {
  say('the guards over twelve notes')
  const { guardsMs, walkMs } = timeGuards()
  return line('guards-12', guardsMs, 'ms', walkMs)
}

/** The floor is printing the same documents bare. */
async function measurePaper(folder: string): Promise<Measured[]> {
  say('making a session of twelve signed notes')
  const session = await makeSignedSession(folder)
  const launched = await openConsole(folder)
  try {
    say('printing its notes')
    const times = await inFolder((bareFolder) => timePaper(launched, session, bareFolder))
    say(`the first, for which a browser had to be started, took ${Math.round(times.firstMs)} ms`)
    const { noteMs, bareNoteMs, batchMs, bareBatchMs } = times
    return [
      line('pdf-note', percentile(noteMs, 0.5), 'ms', percentile(bareNoteMs, 0.5)),
      line('pdf-batch-12', percentile(batchMs, 0.5), 'ms', percentile(bareBatchMs, 0.5)),
    ]
  } finally {
    await launched.close()
  }
}

/** A count has no floor but none. */
async function measureKeys(folder: string): Promise<Measured> {
  say('writing and signing ten notes')
  return line('debrief-keys', await countKeys(folder), 'keys', 0)
}

function inCopy<Value>(folder: string, work: (copy: string) => Promise<Value>): Promise<Value> {
  return inFolder((copy) => {
    cpSync(folder, copy, { recursive: true })
    return work(copy)
  })
}

async function inFolder<Value>(work: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'circlekeeper-bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
