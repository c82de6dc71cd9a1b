import type {
  MendLoss,
  MendLossKind,
  MendProgress,
  MendReport,
  MendSession,
  MendStep,
} from '../../shared/ipc/mend-calls.ts'
import { longSessionDay } from '../../shared/calendar-words.ts'

/** At the foot of each of its screens. */
export const mendPromise = [
  'Nothing is deleted.',
  'The damaged vault is kept as it is, whatever you choose here.',
] as const

const figure = (count: number) => count.toLocaleString('en')

interface LossWords {
  readonly one: string
  readonly many: string
  /** What that means for whoever works with the record. */
  readonly meaning: string
}

const lossWords: Readonly<Record<MendLossKind, LossWords>> = {
  'signed-notes': {
    one: 'signed note',
    many: 'signed notes',
    meaning: 'The log still says who signed, and when; the text itself is gone.',
  },
  'record-notes': {
    one: 'note of a session',
    many: 'notes of sessions',
    meaning: 'The log still says when each was written.',
  },
  groups: {
    one: 'group’s name',
    many: 'groups’ names',
    meaning: 'Their sessions are kept, under “Group whose name is lost”. Give them their names again.',
  },
  members: {
    one: 'member’s details',
    many: 'members’ details',
    meaning:
      'What is written of them is kept, under “Name lost”. Give them their names and chart numbers again.',
  },
  facilitators: {
    one: 'facilitator’s details',
    many: 'facilitators’ details',
    meaning: 'They stand under “Name lost”. Give them their names again.',
  },
  'private-notes': {
    one: 'private note',
    many: 'private notes',
    meaning: 'No backup of the console’s holds them.',
  },
  enrolments: {
    one: 'place in a group',
    many: 'places in groups',
    meaning: 'See in each group who belongs to it.',
  },
  agendas: {
    one: 'line of agendas and meeting times',
    many: 'lines of agendas and meeting times',
    meaning: 'See in each group that its agenda and its times are right.',
  },
  drafts: {
    one: 'begun text of a debrief',
    many: 'begun texts of debriefs',
    meaning: 'What is signed is not among them.',
  },
  modalities: {
    one: 'session’s way of being held',
    many: 'sessions’ ways of being held',
    meaning: 'Those sessions now say “in person”: put it right before their notes are signed.',
  },
  goals: { one: 'goal', many: 'goals', meaning: 'See each member’s goals.' },
  care: {
    one: 'entry of a history of care',
    many: 'entries of histories of care',
    meaning: 'Admissions, pauses and discharges may be missing, and hours be counted without them.',
  },
  scales: { one: 'score', many: 'scores', meaning: 'Curves of questionnaires are drawn without them.' },
  'follow-ups': {
    one: 'line of risk follow-ups',
    many: 'lines of risk follow-ups',
    meaning: 'Look at each member with a recent score: an open follow-up may no longer be on the list.',
  },
  comments: { one: 'line of supervision', many: 'lines of supervision', meaning: 'Comments may be missing.' },
  disclosures: {
    one: 'disclosure',
    many: 'disclosures',
    meaning: 'The ledger is no longer an account of everything. Say so when you are asked for it.',
  },
  files: {
    one: 'line on an exported file',
    many: 'lines on exported files',
    meaning: 'The files themselves are where they were.',
  },
  accesses: {
    one: 'line of who opened the vault',
    many: 'lines of who opened the vault',
    meaning: 'That account has a hole.',
  },
  holds: {
    one: 'legal hold or coming of age',
    many: 'legal holds or comings of age',
    meaning: 'Erase no chart before you have placed every hold again.',
  },
  erasures: {
    one: 'line on what was erased',
    many: 'lines on what was erased',
    meaning: 'What was erased stays erased.',
  },
  imports: {
    one: 'line on an imported table',
    many: 'lines on imported tables',
    meaning: 'What was imported is kept; taking it back at once may not work.',
  },
  settings: {
    one: 'setting',
    many: 'settings',
    meaning:
      'Look through Settings and Vault & privacy: rules, PINs, the crisis card, the folder for backups.',
  },
  touches: {
    one: 'minute of your touches',
    many: 'minutes of your touches',
    meaning: 'Only how often you touched the console.',
  },
}

/** `4 signed notes`, `At least 4 signed notes`, `Some signed notes`. */
export function lossTitle({ kind, count, isAtLeast }: MendLoss): string {
  const { one, many } = lossWords[kind]
  if (count === 0) return `Some ${many}`
  const named = `${figure(count)} ${count === 1 ? one : many}`
  return isAtLeast ? `At least ${named}` : named
}

export function lossMeaning({ kind }: MendLoss): string {
  return lossWords[kind].meaning
}

/** `Tuesday group, Tuesday 17 November 2026`; what of it can still be told. */
export function sessionTitle({ groupName, atMs }: MendSession, zone: string): string {
  if (atMs === null) return groupName ?? 'A session whose group and day are lost'
  return `${groupName ?? 'A group whose name is lost'}, ${longSessionDay(atMs, zone)}`
}

/** `Entries 14–31 of 212 are lost.` and what that means for the session. */
export function sessionMeaning({ lost, entryCount, isListed }: MendSession): string {
  const fate = isListed
    ? 'It stays on the list, with its notes; its course is not shown.'
    : 'It cannot be shown any more.'
  const ranges = lost.map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`)).join(', ')
  if (ranges === '') return `Nothing tells how its log goes on. ${fate}`
  const isOne = lost.length === 1 && lost[0]?.from === lost[0]?.to
  const of = entryCount === null ? '' : ` of ${entryCount}`
  return `${isOne ? 'Entry' : 'Entries'} ${ranges}${of} ${isOne ? 'is' : 'are'} lost. ${fate}`
}

/** What stands first: how much is whole. */
export function reportLead({
  record,
  privateNotes,
  sessionCount,
  wholeCount,
  losses,
  canTake,
  lostChanges,
}: MendReport): string {
  if (record === 'lost')
    return 'Nothing of the record can be read: the page that everything hangs from is gone.'
  if (record === 'whole' && privateNotes === 'whole')
    return 'Every page was read, and all of it is whole. Go back and unlock: the disk may have failed for a moment only.'
  if (!canTake)
    return 'It can no longer be told whose vault this is, and nobody could open it: its author’s page is gone.'
  const sessions =
    wholeCount === sessionCount
      ? sessionCount === 1
        ? 'The one session is whole.'
        : `All ${figure(sessionCount)} sessions are whole.`
      : `${figure(wholeCount)} of ${figure(sessionCount)} sessions are whole.`
  const notes = {
    whole: 'The private notes are whole.',
    mended: losses.some(({ kind }) => kind === 'private-notes')
      ? 'Some private notes are lost.'
      : 'Every private note was read.',
    lost: 'None of the private notes can be read.',
  }[privateNotes]
  const none =
    lostChanges === 0 && losses.length === 0 && wholeCount === sessionCount && privateNotes !== 'lost'
  const newest =
    lostChanges === 0
      ? ''
      : ` Of the newest changes, ${figure(lostChanges)} at least are lost: look there first.`
  return none ? `${sessions} ${notes} Nothing that was written is lost.` : `${sessions} ${notes}${newest}`
}

const steps: Readonly<Record<MendStep, string>> = {
  copy: 'Copying the files',
  read: 'Reading every page',
  check: 'Checking every log',
}

export function stepWords(progress: MendProgress | null): string {
  return progress === null ? 'Looking at what you typed' : steps[progress.step]
}

const weights: Readonly<Record<MendStep, readonly [number, number]>> = {
  copy: [0, 0.05],
  read: [0.05, 0.6],
  check: [0.6, 1],
}

/** Between 0 and 1, over all steps. */
export function fractionDone(progress: MendProgress | null): number {
  if (progress === null) return 0
  const [from, to] = weights[progress.step]
  return from + (to - from) * (progress.total === 0 ? 0 : progress.done / progress.total)
}
