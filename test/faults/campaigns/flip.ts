import type { Campaign } from './campaign.ts'
import { damageCampaign } from './damage-campaign.ts'
import { flipIn } from './damage.ts'

/** Bytes of the vault's files are changed where they lie. */
export const flipCampaign: Campaign = damageCampaign('flip', 20_000, 80, flipIn, 2)
