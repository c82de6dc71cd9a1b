import * as door from './door-steps.ts'
import { way, type Step } from './step.ts'

/** Somebody's name in the table of members, behind their initials: both are words of the run. */
const member = /^……$/
const debrief = / in draft$/
const signed = /signed, awaits/
const kept = /^Look at what is kept/
const ways = /^Change or test them/

const onPlaces: readonly Step[] = [
  way(
    'settings',
    'Settings',
    ['type'],
    [
      'settings/CareRulesSetting.tsx',
      'settings/RecordRulesSetting.tsx',
      'settings/PinSetting.tsx',
      'roster/WholeNumberField.tsx',
      'ui/TextField.tsx',
      'safety/SafetyCardEditor.tsx',
      'ui/TextArea.tsx',
    ],
  ),
  way('an agenda', 'Agendas', ['type'], ['agenda/PhaseFields.tsx', 'agenda/MinutesField.tsx']),
  way('search of sessions', 'Sessions', ['type'], ['sessions/SearchBox.tsx', 'search/SearchField.tsx']),
  way('the name of a view', 'Sessions', [/^Save this view/, 'type'], ['sessions/ViewNameDialog.tsx']),
  way(
    'a topic as filter',
    'Sessions',
    [/^Another filter/, /^Topic or/, 'type'],
    ['sessions/TopicChoice.tsx'],
  ),
  way('a member as filter', 'Sessions', [/^Another filter/, /^Member$/, 'type'], ['care/FindMember.tsx']),
  way('actions', 'Today', [{ key: 'Control+k' }, 'type'], ['palette/Palette.tsx']),
  way('a session to prepare', 'Today', [/^Start one now/, 'type'], ['today/PrepareDialog.tsx']),
  way('what was done about a risk', 'Today', [/^Follow-up of/, 'type'], ['follow-up/FollowUpDialog.tsx']),
  way(
    'the search of private notes',
    'Today',
    [{ key: 'Control+k' }, /^Search your private/, 'type'],
    ['private-search/PrivateSearchScreen.tsx'],
  ),
]

const onRoster: readonly Step[] = [
  way(
    'a new member',
    'Groups & members',
    [{ into: /^Add a member/, text: 'Ana' }, 'type'],
    ['roster/AddMemberLine.tsx', 'roster/NewMemberFields.tsx'],
  ),
  way('a group', 'Groups & members', [/^Edit group/, 'type'], ['roster/GroupFields.tsx']),
  way(
    'a member',
    'Groups & members',
    [/^More for …/, /^Edit$/, 'type'],
    ['roster/MemberDialog.tsx', 'roster/MemberFields.tsx', 'roster/GoalLine.tsx'],
  ),
  way(
    'a measure',
    'Groups & members',
    [/^Check-in numbers/, /^Add one of your own/, 'type'],
    ['roster/MeasureFields.tsx'],
  ),
  way('a facilitator', 'Groups & members', [/^Add a facilitator/, 'type'], ['roster/FacilitatorFields.tsx']),
  way(
    'a facilitator’s PIN',
    'Groups & members',
    [/^Edit Noor/, 'type', /^They have forgotten it/, 'type'],
    ['roster/SigningPin.tsx'],
  ),
  way(
    'a questionnaire',
    'Groups & members',
    [member, /^Enter a questionnaire/, /^Total only/, 'type', /^Another$/, 'type'],
    ['scales/ScaleFields.tsx'],
  ),
  way(
    'individual work',
    'Groups & members',
    [member, /^Change the care/, /^Record individual/, 'type'],
    ['care/CareActFields.tsx'],
  ),
  way(
    'a discharge',
    'Groups & members',
    [member, /^Change the care/, /^Discharge/, 'type'],
    ['care/CareActDialog.tsx'],
  ),
  way(
    'a breach',
    'Groups & members',
    [member, /^Change the care/, /^Remove for/, 'type'],
    ['care/CareActDialog.tsx'],
  ),
  way(
    'weeks as a paper',
    'Groups & members',
    [member, /^As a PDF/, 'type', /^Somebody else/, 'type'],
    ['papers/OverTimeDialog.tsx', 'papers/PasswordField.tsx', 'papers/ConsentFields.tsx'],
  ),
]

const onRecord: readonly Step[] = [
  way('a note', 'Sessions', [debrief, / : to write$/, 'type'], ['debrief/Paragraph.tsx']),
  way('a co-signature', 'Sessions', [debrief, signed, /^Co-sign$/, 'type'], ['debrief/CoSignDialog.tsx']),
  way('a comment', 'Sessions', [debrief, signed, /^Write a comment/, 'type'], ['reviewer/NewComment.tsx']),
  way(
    'a late entry',
    'Sessions',
    [debrief, signed, /^Add to this/, /^Late entry/, 'type'],
    ['debrief/Paragraph.tsx'],
  ),
  way(
    'a private note for the record',
    'Sessions',
    [debrief, /^Your private note/, 'type', /^Put into the record/, 'type'],
    ['private/MoveNote.tsx'],
  ),
  way('a paper', 'Sessions', [debrief, /^Make or find papers/, 'type'], ['papers/PaperOptions.tsx']),
]

const onVault: readonly Step[] = [
  way(
    'a new passphrase',
    'Vault & privacy',
    [ways, /^Change the pass/, 'type'],
    ['keys/ChangePassphrase.tsx', 'keys/ProofField.tsx', 'vault/SecretField.tsx'],
  ),
  way('a recovery code', 'Vault & privacy', [ways, /^Test the code/, 'type'], ['keys/TestCode.tsx']),
  way('a new recovery code', 'Vault & privacy', [ways, /^Make a new code/, 'type'], ['keys/AskForCode.tsx']),
  way('the computer’s key', 'Vault & privacy', [ways, /^Let it open/, 'type'], ['keys/TurnComputerKey.tsx']),
  way(
    'a backup on trial',
    'Vault & privacy',
    [{ asks: /^Choose a.* folder/, answer: 'the stick' }, /^Back up now/, /^Try it out/, 'type'],
    ['backup/TrialForm.tsx'],
  ),
  way('new keys', 'Vault & privacy', [ways, /^Make all keys/, 'type'], ['keys/RenewKeys.tsx']),
  way('a reviewer’s way in', 'Vault & privacy', [/^Revoke/, 'type'], ['reviewer/RevokeDialog.tsx']),
  way('a reviewer let in', 'Vault & privacy', [/^Let somebody review/, 'type'], ['reviewer/LetInDialog.tsx']),
  way(
    'a rule of keeping',
    'Vault & privacy',
    [kept, /^Change how long/, 'type'],
    ['keeping/RulesDialog.tsx'],
  ),
  way(
    'what is destroyed',
    'Vault & privacy',
    [kept, /^Private notes/, /^Choose all/, /^Destroy their notes/, 'type'],
    ['keeping/DestructionForm.tsx'],
  ),
  way(
    'a hold',
    'Vault & privacy',
    [kept, /^Place a hold/, 'type', /^Everything/, 'type'],
    ['keeping/HoldDialog.tsx'],
  ),
  way(
    'a disclosure',
    'Vault & privacy',
    [/^Open the ledger/, /^Enter a disc/, 'type'],
    ['disclosures/DisclosureFields.tsx'],
  ),
  way(
    'the ledger',
    'Vault & privacy',
    [/^Open the ledger/, /^Export/, 'type'],
    ['disclosures/LedgerExport.tsx'],
  ),
  way(
    'the ledger’s search',
    'Vault & privacy',
    [/^Open the ledger/, 'type'],
    ['disclosures/LedgerFilters.tsx'],
  ),
]

/** Through files of another program, of which nothing but what is taken over may be left. */
export const tableSteps: readonly Step[] = [
  way(
    'a table of members',
    'Groups & members',
    [
      /^Import from a table/,
      { asks: /^Choose a CSV/, file: 'spoiled' },
      { asks: /^Choose a CSV/, file: 'ofMembers' },
      /^Take over +members and +group$/,
      /^Go to Groups/,
    ],
    [],
  ),
]

/** While a session is prepared. */
export const paperSteps: readonly Step[] = [
  way(
    'a sheet of paper',
    'Today',
    [/^Run on paper/, /^Enter the sheet/, 'type'],
    [
      'paper/SheetTimes.tsx',
      'paper/ClockField.tsx',
      'paper/SheetEntry.tsx',
      'paper/SheetAgenda.tsx',
      'paper/SeatLine.tsx',
    ],
  ),
  way(
    'a sheet to print',
    'Today',
    [/^Run on paper/, /^Print the tick/, 'type'],
    ['paper/PrintSheetDialog.tsx'],
  ),
]

/** While a session runs. */
export const liveSteps: readonly Step[] = [
  way(
    'the topic',
    'live',
    [/^(?:Add a topic|Topic:)/, 'type'],
    ['live/TopicField.tsx', 'live/LiveHeader.tsx'],
  ),
  way(
    'the notes',
    'live',
    ['type', { key: 'Alt+KeyP' }, 'type'],
    ['live/NoteField.tsx', 'live/RecordSide.tsx', 'live/PrivateSide.tsx'],
  ),
  way('somebody who walks in', 'live', [{ key: '+' }, /^New$/, 'type'], ['live/NewPerson.tsx']),
  way(
    'a phase put in',
    'live',
    [/^More about the agenda/, /^Insert a phase/, 'type'],
    ['live/agenda/InsertPhaseDialog.tsx', 'live/agenda/MinutesStepper.tsx'],
  ),
]

/** Leaves the session behind a cover. */
export const concealStep: Step = way(
  'the PIN behind which names are',
  'live',
  [{ key: 'Shift+Escape' }, { key: 'Escape' }, 'type'],
  ['conceal/RevealForm.tsx'],
)

/** On the places of a vault that has a little of everything. */
export const placeSteps: readonly Step[] = [...onPlaces, ...onRoster, ...onRecord, ...onVault]

/** All of them. */
export const fieldSteps: readonly Step[] = [
  ...door.firstSteps,
  ...placeSteps,
  ...paperSteps,
  ...liveSteps,
  concealStep,
  ...door.restoringSteps,
  ...door.mendingSteps,
  ...door.reviewSteps,
  ...door.lockedSteps,
]
