import type { Campaign } from './campaign.ts'
import { damageCampaign } from './damage-campaign.ts'
import { cutOrExtend } from './damage.ts'

/** The vault's files are cut short, or something stands behind their end. */
export const truncateCampaign: Campaign = damageCampaign('truncate', 20_000, 80, cutOrExtend, Infinity)
