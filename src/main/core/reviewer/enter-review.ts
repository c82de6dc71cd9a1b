import { contract, isCallName } from '../../../shared/ipc/contract.ts'
import { accessLogHandlers } from '../access-log/access-log-handlers.ts'
import { insertOpening, type Opener } from '../access-log/access-repository.ts'
import { baselineHandlers } from '../baseline/baseline-handlers.ts'
import { careHandlers } from '../care/care-handlers.ts'
import { commentHandlers } from '../comments/comment-handlers.ts'
import { concealForReviewer } from '../conceal/conceal-handlers.ts'
import { createConcealState } from '../conceal/concealment.ts'
import { debriefHandlers } from '../debrief/debrief-handlers.ts'
import { disclosureHandlers } from '../disclosures/disclosure-handlers.ts'
import type { Behind, Sources } from '../dispatch.ts'
import { followUpHandlers } from '../follow-up/follow-up-handlers.ts'
import { scaleFollowUpHandlers } from '../follow-up/scale-follow-up-handlers.ts'
import { goalHandlers } from '../goals/goal-handlers.ts'
import { groupReviewHandlers } from '../group-review/group-review-handlers.ts'
import type { Handlers } from '../handler.ts'
import { hoursHandlers } from '../hours/hours-handlers.ts'
import { memberHandlers } from '../member/member-handlers.ts'
import { measureHandlers } from '../measures/measure-handlers.ts'
import { privacyForReviewer } from '../privacy/privacy-handlers.ts'
import type { CoreCallName } from '../protocol.ts'
import { scaleHandlers } from '../scales/scale-handlers.ts'
import { searchHandlers } from '../search/search-handlers.ts'
import { sessionPageHandlers } from '../session-page/session-page-handlers.ts'
import { sessionReviewHandlers } from '../review/session-review-handlers.ts'
import { rosterHandlers } from '../roster/roster-handlers.ts'
import { safetyHandlers } from '../safety/safety-handlers.ts'
import { seatHandlers } from '../seats/seat-handlers.ts'
import { sessionHandlers } from '../session/session-handlers.ts'
import { createSessionLog } from '../session/session-log.ts'
import { signedNoteHandlers } from '../signing/signing-handlers.ts'
import { createSigningTries } from '../signing/signing-tries.ts'
import { lettingWrite } from '../vault/database.ts'
import { checkReviewer, type ReviewedVault } from '../vault/review-vault.ts'
import { coSignAsReviewer } from './co-sign-as-reviewer.ts'

/**
 * What works on a vault that is reviewed. It is made of the record alone: what takes a handle of private.db cannot be
 * made here. A session that was left running stays as it was left; nothing is folded anew, tidied up or noted as alive.
 */
export function enterReview(vault: ReviewedVault, sources: Sources, opener: Opener | null): Behind {
  const { record, personId, slotId, proofs } = vault
  const { clock, random } = sources
  if (opener !== null) lettingWrite(record, () => insertOpening(record, opener, clock.read().wallMs))
  const log = createSessionLog({ db: record, clock, push: sources.push })
  const conceal = createConcealState()
  const tries = createSigningTries()
  const isTheirs = (passphrase: string) => checkReviewer(sources.paths.vaultDir, slotId, passphrase)
  const given = { record, log, random, clock }
  return {
    role: 'reviewer',
    calls: onlyReviewed({
      ...rosterHandlers(given),
      ...measureHandlers(given),
      ...sessionHandlers(given),
      ...sessionPageHandlers(given),
      ...sessionReviewHandlers(given),
      ...memberHandlers(given),
      ...scaleHandlers(given),
      ...scaleFollowUpHandlers(given),
      ...groupReviewHandlers(given),
      ...searchHandlers(given),
      ...followUpHandlers(given),
      ...goalHandlers(given),
      ...careHandlers(given),
      ...hoursHandlers(given),
      ...safetyHandlers(given),
      ...seatHandlers(given),
      ...baselineHandlers(given),
      ...debriefHandlers(given),
      ...disclosureHandlers(given),
      ...signedNoteHandlers(given),
      ...concealForReviewer(conceal, isTheirs),
      ...accessLogHandlers(given),
      ...privacyForReviewer({ record, clock, paths: sources.paths, proofs }),
      ...commentHandlers({ ...given, readWriterId: () => personId }),
      'reviewer.co-sign': (input) => coSignAsReviewer({ ...given, personId, isTheirs, tries }, input),
    }),
    tasks: {},
    conceal,
    mustLock: () => conceal.triesLeft() === 0 || tries.mustLock(),
    tellRoom: () => undefined,
    beat: () => undefined,
    end: () => undefined,
  }
}

/** Leaves out whatever the contract keeps for the author. */
function onlyReviewed(calls: Partial<Handlers<CoreCallName>>): Partial<Handlers<CoreCallName>> {
  return Object.fromEntries(
    Object.entries(calls).filter(([name]) => isCallName(name) && contract[name].needs === 'record'),
  )
}
