import { AgendasScreen } from '../agenda/AgendasScreen.tsx'
import { TrialScreen } from '../backup/TrialScreen.tsx'
import { DebriefScreen } from '../debrief/DebriefScreen.tsx'
import { DisclosuresScreen } from '../disclosures/DisclosuresScreen.tsx'
import { ImportPage } from '../import/ImportPage.tsx'
import { KeepingScreen } from '../keeping/KeepingScreen.tsx'
import { KeysScreen } from '../keys/KeysScreen.tsx'
import { MemberPage } from '../member/MemberPage.tsx'
import { PaperScreen } from '../paper/PaperScreen.tsx'
import { PrivacyScreen } from '../privacy/PrivacyScreen.tsx'
import { PrivateSearchScreen } from '../private-search/PrivateSearchScreen.tsx'
import { AccessScreen } from '../reviewer/AccessScreen.tsx'
import { GroupsScreen } from '../roster/GroupsScreen.tsx'
import { SessionPage } from '../session/SessionPage.tsx'
import { SettingsScreen } from '../settings/SettingsScreen.tsx'
import { SessionsScreen } from '../sessions/SessionsScreen.tsx'
import { TodayScreen } from '../today/TodayScreen.tsx'
import { VaultPage } from '../vault/VaultPage.tsx'
import type { Place } from './navigation.tsx'

type Whole = Extract<Place, { readonly name: 'debrief' | 'paper' }>
type Framed = Exclude<Place, Whole | { readonly name: 'live' }>

export function isFramed(place: Place): place is Framed {
  return place.name !== 'live' && place.name !== 'debrief' && place.name !== 'paper'
}

export function FramedPlace({ place }: { readonly place: Framed }) {
  switch (place.name) {
    case 'today':
      return <TodayScreen />
    case 'sessions':
      return <SessionsScreen />
    case 'session':
      return <SessionPage key={place.sessionId} sessionId={place.sessionId} />
    case 'member':
      return <MemberPage key={place.personId} personId={place.personId} />
    case 'groups':
      return <GroupsScreen />
    case 'import':
      return <ImportPage />
    case 'agendas':
      return <AgendasScreen />
    case 'vault':
      return <VaultPage />
    case 'disclosures':
      return <DisclosuresScreen key={place.personId ?? ''} personId={place.personId ?? null} />
    case 'access':
      return <AccessScreen />
    case 'privacy':
      return <PrivacyScreen />
    case 'keeping':
      return <KeepingScreen />
    case 'keys':
      return <KeysScreen />
    case 'backup-trial':
      return <TrialScreen key={place.backupId} backupId={place.backupId} />
    case 'private-search':
      return <PrivateSearchScreen />
    case 'settings':
      return <SettingsScreen />
  }
}

export function WholePlace({ place }: { readonly place: Whole }) {
  switch (place.name) {
    case 'debrief':
      return <DebriefScreen key={place.sessionId} sessionId={place.sessionId} />
    case 'paper':
      return <PaperScreen key={place.sessionId} sessionId={place.sessionId} />
  }
}
