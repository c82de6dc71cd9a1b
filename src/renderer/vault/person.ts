import type { FacilitatorDraft } from '../../shared/roster/member.ts'

/** The person whose vault this becomes, as typed so far. */
export interface Person extends FacilitatorDraft {
  readonly clinic: string
}

export const firstRunSteps = ['About you', 'Passphrase', 'Recovery kit'] as const
