import type { Campaign } from './campaign.ts'
import { clockCampaign } from './clock.ts'
import { flipCampaign } from './flip.ts'
import { importFuzzCampaign } from './import-fuzz.ts'
import { ipcFuzzCampaign } from './ipc-fuzz.ts'
import { truncateCampaign } from './truncate.ts'

/** In the order in which they are run. */
export const campaigns: readonly Campaign[] = [
  flipCampaign,
  truncateCampaign,
  ipcFuzzCampaign,
  importFuzzCampaign,
  clockCampaign,
]
