import { expect, it } from 'vitest'
import { campaigns } from './campaigns/all.ts'
import { tallyOf } from './campaigns/campaign.ts'

// The same in every run; `npm run faults` tries others, and more of them.
const seed = Number(process.env['SEED'] ?? 1)

it.each(campaigns.map((campaign) => [campaign.name, campaign] as const))(
  'the campaign %s finds nothing',
  async (_, campaign) => {
    const findings: string[] = []
    const tally = await tallyOf(campaign, {
      runs: campaign.shortRuns,
      seed,
      say: (words) => findings.push(words),
    })
    expect(findings, `SEED=${seed} npm test brings it back`).toEqual([])
    expect(tally.runs).toBe(campaign.shortRuns)
  },
  600_000,
)
