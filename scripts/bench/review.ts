/* oxlint-disable no-await-in-loop -- one age after the other, so that none slows another */
import type { LaunchedConsole } from '../../test/support/launch.ts'
import { ages, type Age } from './ages.ts'
import { keptVault } from './kept-vault.ts'
import { line, reviewNames, say, type Measured, type Name, type ReviewName } from './lines.ts'
import { timeMember } from './member-open.ts'
import { percentile } from './percentile.ts'
import { rateRebuild } from './rebuild-rate.ts'
import { readTexts, timeAnswers, timeSearch } from './search-times.ts'
import { measureEmpty, measureMemory, measureSize } from './sizes.ts'
import { timeTable } from './table-times.ts'
import { timeUnlocking } from './unlock.ts'
import { openConsole } from './window.ts'

const inWindow: readonly ReviewName[] = [
  'sessions-open',
  'sessions-scroll',
  'sort-filter',
  'search-p50',
  'search-p95',
  'member-open',
]

/** Measures what review is made of, in vaults of each age that is asked for. */
export async function measureReview(wanted: ReadonlySet<Name>): Promise<Measured[]> {
  const measured: Measured[] = []
  const asked = ages.filter((age) => reviewNames.some((name) => wanted.has(`${name}@${age}`)))
  const wantsMemory = asked.some((age) => wanted.has(`memory@${age}`))
  const emptyMb = wantsMemory ? await measureEmpty() : Number.NaN
  for (const age of asked) {
    const isWanted = (name: ReviewName) => wanted.has(`${name}@${age}`)
    measured.push(...(await measureAge(age, isWanted, emptyMb)))
  }
  return measured
}

async function measureAge(
  age: Age,
  isWanted: (name: ReviewName) => boolean,
  emptyMb: number,
): Promise<Measured[]> {
  const folder = await keptVault(age)
  const measured: Measured[] = []
  if (isWanted('unlock')) {
    say(`unlocking ${age}`)
    const { unlockMs, argon2idMs } = await timeUnlocking(folder)
    measured.push(line(`unlock@${age}`, percentile(unlockMs, 0.5), 'ms', percentile(argon2idMs, 0.5)))
  }
  if (isWanted('memory')) {
    say(`the memory of ${age}`)
    measured.push(line(`memory@${age}`, await measureMemory(folder), 'MB', emptyMb))
  }
  if (isWanted('vault-size')) {
    const { bytesPerSession, wordsPerSession } = await measureSize(folder)
    measured.push(line(`vault-size@${age}`, bytesPerSession, 'bytes/session', wordsPerSession))
  }
  const texts = reviewNames.some((name) => name.startsWith('search-') && isWanted(name))
    ? await readTexts(folder)
    : []
  if (isWanted('search-answer-p50') || isWanted('search-answer-p95')) {
    say(`asking ${age}`)
    const { coreMs, bareMs } = await timeAnswers(folder, texts)
    for (const [name, share] of [
      ['search-answer-p50', 0.5],
      ['search-answer-p95', 0.95],
    ] as const)
      measured.push(line(`${name}@${age}`, percentile(coreMs, share), 'ms', percentile(bareMs, share)))
  }
  if (inWindow.some(isWanted)) {
    const launched = await openConsole(folder)
    try {
      measured.push(...(await measureWindow(launched, texts, age, isWanted)))
    } finally {
      await launched.close()
    }
  }
  if (isWanted('rebuild')) {
    say(`rebuilding the tables of ${age}`)
    const { eventsPerSecond, foldedPerSecond } = await rateRebuild(folder)
    measured.push(line(`rebuild@${age}`, eventsPerSecond, 'events/s', foldedPerSecond))
  }
  return measured
}

async function measureWindow(
  { page }: LaunchedConsole,
  texts: readonly string[],
  age: Age,
  isWanted: (name: ReviewName) => boolean,
): Promise<Measured[]> {
  const measured: Measured[] = []
  if (isWanted('sessions-open') || isWanted('sessions-scroll') || isWanted('sort-filter')) {
    say(`the table of ${age}`)
    const times = await timeTable(page)
    const [open, still] = [percentile(times.openMs, 0.5), percentile(times.pageMs, 0.5)]
    measured.push(line(`sessions-open@${age}`, open, 'ms', still))
    measured.push(line(`sessions-scroll@${age}`, times.longestFrameMs, 'ms', times.plainFrameMs))
    measured.push(
      line(`sort-filter@${age}`, percentile(times.sortMs, 0.5), 'ms', percentile(times.echoMs, 0.5)),
    )
  }
  if (isWanted('search-p50') || isWanted('search-p95')) {
    say(`searching ${age}`)
    const { paintedMs, floorMs } = await timeSearch(page, texts)
    measured.push(line(`search-p50@${age}`, percentile(paintedMs, 0.5), 'ms', percentile(floorMs, 0.5)))
    measured.push(line(`search-p95@${age}`, percentile(paintedMs, 0.95), 'ms', percentile(floorMs, 0.95)))
  }
  if (isWanted('member-open')) {
    say(`a member of ${age}`)
    const { memberMs, pageMs } = await timeMember(page)
    measured.push(line(`member-open@${age}`, percentile(memberMs, 0.5), 'ms', percentile(pageMs, 0.5)))
  }
  return measured
}
