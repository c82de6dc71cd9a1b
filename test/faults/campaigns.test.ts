import { expect, it } from 'vitest'
import { campaigns } from './campaigns/all.ts'
import { tallyOf } from './campaigns/campaign.ts'

// The same in every run; `npm run faults` tries others, and more of them.
const seed = Number(process.env['SEED'] ?? 1)

it.for(campaigns.map((campaign) => [campaign.name, campaign] as const))(
  'the campaign %s finds nothing',
  { timeout: 600_000 },
  async ([name, campaign], { skip }) => {
    const findings: string[] = []
    const order = { runs: campaign.shortRuns, seed, say: (words: string) => findings.push(words) }
    const tally = await tallyOf(campaign, order)
    if (campaign.shortRuns === 0)
      skip(campaign.whyNot ?? `this computer has not what the campaign ${name} needs`)
    expect(findings, `SEED=${seed} npm test brings it back`).toEqual([])
    expect(tally.runs).toBe(campaign.shortRuns)
  },
)
