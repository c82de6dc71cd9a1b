/** What a campaign found. Everything but `runs` has to be 0. */
export interface Tally {
  readonly runs: number
  /** Told to somebody as saved, and not there afterwards. */
  readonly acknowledgedLost: number
  /** A vault that no longer opens or no longer proves whole, where nobody damaged it. */
  readonly corrupted: number
  /** Something served that was never written, or an answer that is not what the contract says. */
  readonly wrongAnswers: number
  /** The console, or what stands for it, ended by itself or threw what it does not expect. */
  readonly crashes: number
  /** How often something typed stood in memory once the vault was locked: only of the core is 0 asked. */
  readonly memoryAfterLock?: MemoryCount
}

export interface MemoryCount {
  /** In the core's own processes; null where it has none and is a thread of the main program's. */
  readonly core: number | null
  /** In the process of the console's main program. */
  readonly main: number
  /** In the processes that show its window. */
  readonly window: number
}

export type Finding = Exclude<keyof Tally, 'runs' | 'memoryAfterLock'>

/** How much of a campaign is asked for, and who hears of it. */
export interface Order {
  readonly runs: number
  /** The same seed tries the same things. */
  readonly seed: number
  /** Each finding, with what brings it back: never a text that could be somebody's. */
  readonly onFinding: (finding: Finding, words: string) => void
  readonly onRun: () => void
  readonly onMemory?: (count: MemoryCount) => void
}

/** One way to do harm to the console, again and again. */
export interface Campaign {
  readonly name: string
  /** In every run of all tests, and by hand. */
  readonly shortRuns: number
  readonly fullRuns: number
  /** What one run of it is, where its name does not say so. */
  readonly about?: string
  /** Why it has no runs, where this computer has not what it needs. */
  readonly whyNot?: string | null
  readonly run: (order: Order) => Promise<void>
}

/** Runs a campaign and counts what it found. */
export async function tallyOf(
  campaign: Campaign,
  order: Pick<Order, 'runs' | 'seed'> & { readonly say: (words: string) => void },
): Promise<Tally> {
  const tally = { runs: 0, acknowledgedLost: 0, corrupted: 0, wrongAnswers: 0, crashes: 0 }
  let memory: MemoryCount | undefined
  await campaign.run({
    ...order,
    onMemory(count) {
      const { core, main, window } = memory ?? { core: 0, main: 0, window: 0 }
      memory = {
        core: count.core === null || core === null ? null : core + count.core,
        main: main + count.main,
        window: window + count.window,
      }
    },
    onRun() {
      tally.runs += 1
    },
    onFinding(finding, words) {
      tally[finding] += 1
      order.say(`${campaign.name}: ${finding}: ${words}`)
    },
  })
  return memory === undefined ? tally : { ...tally, memoryAfterLock: memory }
}
