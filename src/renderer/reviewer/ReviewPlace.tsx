import type { Place } from '../app/navigation.tsx'
import { MemberPage } from '../member/MemberPage.tsx'
import { SessionPage } from '../session/SessionPage.tsx'
import { SessionsScreen } from '../sessions/SessionsScreen.tsx'
import { PrivacyScreen } from '../privacy/PrivacyScreen.tsx'
import { AccessScreen } from './AccessScreen.tsx'
import { ReviewedNotes } from './ReviewedNotes.tsx'
import { ReviewGroups } from './ReviewGroups.tsx'
import { ReviewStart } from './ReviewStart.tsx'
import { ReviewVaultPage } from './ReviewVaultPage.tsx'

/** What a reviewer sees of a place. Those that are for the author alone lead to the start. */
export function ReviewPlace({ place }: { readonly place: Place }) {
  switch (place.name) {
    case 'sessions':
      return <SessionsScreen />
    case 'session':
      return <SessionPage key={place.sessionId} sessionId={place.sessionId} />
    case 'debrief':
      return <ReviewedNotes key={place.sessionId} sessionId={place.sessionId} />
    case 'member':
      return <MemberPage key={place.personId} personId={place.personId} />
    case 'groups':
      return <ReviewGroups />
    case 'vault':
      return <ReviewVaultPage />
    case 'access':
      return <AccessScreen />
    case 'privacy':
      return <PrivacyScreen />
    case 'today':
    case 'agendas':
    case 'import':
    case 'disclosures':
    case 'keeping':
    case 'keys':
    case 'backup-trial':
    case 'private-search':
    case 'settings':
    case 'live':
    case 'paper':
      return <ReviewStart />
  }
}
