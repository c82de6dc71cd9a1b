import type { Campaign } from './campaign.ts'
import { clockCampaign } from './clock.ts'
import { enospcCampaign } from './enospc.ts'
import { flipCampaign } from './flip.ts'
import { importFuzzCampaign } from './import-fuzz.ts'
import { ipcFuzzCampaign } from './ipc-fuzz.ts'
import { kill9Campaign } from './kill9.ts'
import { leakCampaign } from './leak.ts'
import { networkCampaign } from './network.ts'
import { powerCampaign } from './power.ts'
import { truncateCampaign } from './truncate.ts'

/** In the order in which they are run. */
export const campaigns: readonly Campaign[] = [
  kill9Campaign,
  powerCampaign,
  flipCampaign,
  truncateCampaign,
  enospcCampaign,
  ipcFuzzCampaign,
  importFuzzCampaign,
  clockCampaign,
  leakCampaign,
  networkCampaign,
]
