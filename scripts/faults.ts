/* oxlint-disable no-await-in-loop -- one campaign after the other */
import { parseArgs } from 'node:util'
import { campaigns } from '../test/faults/campaigns/all.ts'
import { tallyOf, type Campaign, type Tally } from '../test/faults/campaigns/campaign.ts'

const names = campaigns.map(({ name }) => name)
const usage = `Usage: npm run faults -- [--json] [--full | --runs N] [--seed N] [--only NAME,…]\nNames: ${names.join(', ')}`
const { isJson, isFull, runCount, seed, wanted, isNamed } = readArguments()
const lines: ({ readonly name: string } & Tally)[] = []
for (const campaign of wanted) {
  const runs = runCount ?? (isFull ? campaign.fullRuns : campaign.shortRuns)
  const about = campaign.about === undefined ? '' : `: ${campaign.about}`
  console.error(`${campaign.name}: ${runs.toLocaleString('en')} runs, seed ${seed}${about}`)
  if (typeof campaign.whyNot === 'string') console.error(`${campaign.name}: not run, for ${campaign.whyNot}`)
  lines.push({ name: campaign.name, ...(await tallyOf(campaign, { runs, seed, say: console.error })) })
}
console.log(isJson ? JSON.stringify(lines) : tableOf(lines))
// Whoever names one wants to know that it was run; all of them together run where they can.
const isRun = lines.every(({ runs }) => runs > 0 || !isNamed)
process.exitCode = isRun && lines.every(foundNothing) ? 0 : 1

interface Arguments {
  readonly isJson: boolean
  readonly isFull: boolean
  /** Null leaves it to each campaign. */
  readonly runCount: number | null
  readonly seed: number
  readonly wanted: readonly Campaign[]
  /** Whether somebody has named them. */
  readonly isNamed: boolean
}

function readArguments(): Arguments {
  try {
    const { values } = parseArgs({
      options: {
        json: { type: 'boolean', default: false },
        full: { type: 'boolean', default: false },
        runs: { type: 'string' },
        seed: { type: 'string', default: '1' },
        only: { type: 'string' },
      },
    })
    const asked = values.only?.split(',').map((name) => name.trim()) ?? names
    const found = campaigns.filter(({ name }) => asked.includes(name))
    const seedAsked = Number(values.seed)
    const runsAsked = values.runs === undefined ? null : Number(values.runs)
    const areNumbers = Number.isSafeInteger(seedAsked) && (runsAsked === null || isCount(runsAsked))
    if (asked.every((name) => names.includes(name)) && areNumbers)
      return {
        isJson: values.json,
        isFull: values.full,
        runCount: runsAsked,
        seed: seedAsked,
        wanted: found,
        isNamed: values.only !== undefined,
      }
  } catch {
    // An option that is not known.
  }
  console.error(usage)
  process.exit(2)
}

function isCount(runs: number): boolean {
  return Number.isSafeInteger(runs) && runs > 0
}

function foundNothing({ acknowledgedLost, corrupted, wrongAnswers, crashes }: Tally): boolean {
  return acknowledgedLost + corrupted + wrongAnswers + crashes === 0
}

function tableOf(rows: readonly ({ readonly name: string } & Tally)[]): string {
  return [
    columns(['name', 'runs', 'lost', 'corrupted', 'wrong', 'crashes']),
    ...rows.map(({ name, runs, acknowledgedLost, corrupted, wrongAnswers, crashes }) =>
      columns([name, runs, acknowledgedLost, corrupted, wrongAnswers, crashes]),
    ),
  ].join('\n')
}

function columns(cells: readonly (string | number)[]): string {
  return cells.map((cell, at) => (at === 0 ? String(cell).padEnd(12) : String(cell).padStart(13))).join('')
}
