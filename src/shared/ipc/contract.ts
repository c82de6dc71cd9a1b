import type { Result } from '../result.ts'
import type { z } from '../zod.ts'
import type { Failure } from './failure.ts'
import { accessLogCalls } from './access-log-calls.ts'
import { agendaFileCalls } from './agenda-file-calls.ts'
import { backupCalls } from './backup-calls.ts'
import { baselineCalls } from './baseline-calls.ts'
import { bundleCalls } from './bundle-calls.ts'
import { careCalls } from './care-calls.ts'
import { commentCalls } from './comment-calls.ts'
import { concealCalls } from './conceal-calls.ts'
import { computerKeyCalls } from './computer-key-calls.ts'
import { debriefCalls } from './debrief-calls.ts'
import { disclosureCalls } from './disclosure-calls.ts'
import { exportCalls } from './export-calls.ts'
import { followUpCalls } from './follow-up-calls.ts'
import { goalCalls } from './goal-calls.ts'
import { importCalls } from './import-calls.ts'
import { groupReviewCalls } from './group-review-calls.ts'
import { hoursCalls } from './hours-calls.ts'
import { interactionCalls } from './interaction-calls.ts'
import { keyCalls } from './key-calls.ts'
import { kitCalls } from './kit-calls.ts'
import { memberCalls } from './member-calls.ts'
import { measureCalls } from './measure-calls.ts'
import { mendCalls } from './mend-calls.ts'
import { noteCalls, noteGuardCalls } from './note-calls.ts'
import { phaseMemoryCalls } from './phase-memory-calls.ts'
import { preferenceCalls } from './preference-calls.ts'
import { printCalls } from './print-calls.ts'
import { privacyCalls } from './privacy-calls.ts'
import { reviewerCalls } from './reviewer-calls.ts'
import { rebuildCalls } from './rebuild-calls.ts'
import { retentionCalls } from './retention-calls.ts'
import { displayCalls, roomCalls } from './room-calls.ts'
import { preflightCalls } from './preflight-calls.ts'
import { agendaCalls, rosterCalls } from './roster-calls.ts'
import { safetyCalls } from './safety-calls.ts'
import { scaleCalls } from './scale-calls.ts'
import { scaleFollowUpCalls } from './scale-follow-up-calls.ts'
import { searchCalls } from './search-calls.ts'
import { seatCalls } from './seat-calls.ts'
import { sessionCalls } from './session-calls.ts'
import { sessionPageCalls } from './session-page-calls.ts'
import { sessionReviewCalls } from './session-review-calls.ts'
import { sheetCalls } from './sheet-calls.ts'
import { agendaDraftCalls } from './agenda-draft-calls.ts'
import { systemCalls } from './system-calls.ts'
import { tableCalls } from './table-calls.ts'
import { vaultCalls } from './vault-calls.ts'
import { watchCalls } from './watch-calls.ts'

/** Every call that a window can make. The door knows no other name. */
export const contract = {
  ...vaultCalls,
  ...watchCalls,
  ...systemCalls,
  ...sheetCalls,
  ...agendaDraftCalls,
  ...preferenceCalls,
  ...rosterCalls,
  ...measureCalls,
  ...agendaCalls,
  ...agendaFileCalls,
  ...phaseMemoryCalls,
  ...sessionCalls,
  ...sessionPageCalls,
  ...sessionReviewCalls,
  ...memberCalls,
  ...preflightCalls,
  ...followUpCalls,
  ...goalCalls,
  ...safetyCalls,
  ...seatCalls,
  ...searchCalls,
  ...baselineCalls,
  ...careCalls,
  ...scaleCalls,
  ...scaleFollowUpCalls,
  ...groupReviewCalls,
  ...hoursCalls,
  ...debriefCalls,
  ...noteCalls,
  ...noteGuardCalls,
  ...printCalls,
  ...rebuildCalls,
  ...tableCalls,
  ...bundleCalls,
  ...exportCalls,
  ...disclosureCalls,
  ...importCalls,
  ...interactionCalls,
  ...concealCalls,
  ...reviewerCalls,
  ...retentionCalls,
  ...keyCalls,
  ...kitCalls,
  ...computerKeyCalls,
  ...commentCalls,
  ...accessLogCalls,
  ...privacyCalls,
  ...backupCalls,
  ...mendCalls,
  ...roomCalls,
  ...displayCalls,
} as const

export type CallName = keyof typeof contract
/** What a caller passes in, and what a handler gets after parsing. */
export type InputOf<Name extends CallName> = z.input<(typeof contract)[Name]['input']>
export type ParsedInputOf<Name extends CallName> = z.output<(typeof contract)[Name]['input']>
export type OutputOf<Name extends CallName> = z.output<(typeof contract)[Name]['output']>

export type Answer<Name extends CallName> = Result<OutputOf<Name>, Failure>

export function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(contract, name)
}
