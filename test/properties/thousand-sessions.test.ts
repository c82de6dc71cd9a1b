import { expect, test } from 'vitest'
import { lookAtSessions } from './look-at-papers.ts'

// The same thousand every time: guards go by tables, and sentences that they miss can always be made up. SEED=… looks at
// another thousand; what it finds belongs into the tables and among the labelled sentences.
const seed = Number(process.env['SEED'] ?? 20_779)
const inVault = 125
const starts = Array.from({ length: 8 }, (_, index) => index * inVault)

test.each(starts)('no paper of the sessions from %i on shows another member', async (from) => {
  const { papers, traces } = await lookAtSessions(seed, from, inVault)
  console.log(`seed ${seed}: ${inVault} sessions, ${papers} papers`)
  expect(traces.slice(0, 20), `SEED=${seed} npm test brings it back`).toEqual([])
  expect(papers).toBeGreaterThan(6 * inVault)
})
