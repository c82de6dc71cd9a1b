import { counted, listed } from '../../shared/count.ts'
import type { ScoreMoment } from '../../shared/session/score-moment.ts'
import { nameOfMark } from '../../shared/session/mark-words.ts'
import { spanAt } from '../../shared/session/spans.ts'
import type { MadeMark } from '../../shared/session/state.ts'
import type { Manner } from '../../shared/session/stretches.ts'
import { minutesAndSeconds, wallTime } from '../live/time-words.ts'
import type { SessionView } from './session-view.ts'

const minuteMs = 60_000

export const mannerNames: Readonly<Record<Exclude<Manner, 'group'>, string>> = {
  pause: 'Pause',
  break: 'Break',
  'break-phase': 'Break',
  unseen: 'Not seen by the console',
}

/** The phase; where a sheet of paper names none, the session. */
export function phaseName({ phaseOf }: SessionView, { phase }: ScoreMoment): string {
  return phaseOf(phase?.phaseId ?? null)?.name ?? 'Session'
}

/** `14 min in`. */
export function inWords(view: SessionView, moment: ScoreMoment): string {
  return `${minutesIn(view, moment)} min in`
}

function minutesIn({ score }: SessionView, { phase, ms }: ScoreMoment): number {
  return Math.floor((Math.min(ms, score.lengthMs) - (phase?.startMs ?? 0)) / minuteMs)
}

/** Who is heard at a moment, or why nobody is. Names come apart from words, since they may run the other way. */
export interface FloorWords {
  readonly names: readonly string[]
  readonly words: string
}

export function floorWords(view: SessionView, moment: ScoreMoment): FloorWords {
  const { speakers, interruption, silence, ms } = moment
  const [first] = speakers
  if (first !== undefined) {
    const names = speakers.map(({ personId }) => view.nameOf(personId))
    const after = first.afterId === null ? '' : ` after ${view.nameOf(first.afterId)}`
    return {
      names,
      words: speakers.length > 1 ? 'at once' : `${minutesAndSeconds(first.toMs - first.fromMs)}${after}`,
    }
  }
  if (interruption !== null && interruption.manner !== 'group')
    return { names: [], words: mannerNames[interruption.manner] }
  if (view.state.enteredLateAtMs !== null) return { names: [], words: 'From paper: turns were not tapped' }
  if (silence !== null) return { names: [], words: `Nobody, for ${minutesAndSeconds(ms - silence.startMs)}` }
  const heard = [...view.members, ...view.facilitators].filter((line) => spanAt(line.heard, ms) !== undefined)
  if (heard.length > 0)
    return { names: heard.map(({ seated }) => seated.name), words: 'in these five minutes' }
  return {
    names: [],
    words: ms >= view.score.lengthMs ? 'Nobody: the session is over' : 'Nobody that is known of',
  }
}

/** What the floor is called where turns are known and where they are not. */
export function floorTitle({ speakers }: ScoreMoment, { names }: FloorWords): string {
  return speakers.length === 0 && names.length > 0 ? 'Heard' : 'Has the floor'
}

/** `6:31 PM, Topic, 14 minutes in, Dee has the floor`: the moment for those who hear it. */
export function momentSentence(view: SessionView, moment: ScoreMoment): string {
  const { speakers } = moment
  const { names, words } = floorWords(view, moment)
  const floor =
    names.length === 0
      ? words
      : speakers.length === 0
        ? `heard ${words}: ${listed(names)}`
        : names.length === 1 && names[0] !== 'You'
          ? `${listed(names)} has the floor`
          : `${listed(names)} have the floor`
  return [
    wallTime(moment.wallMs, view.zone),
    phaseName(view, moment),
    `${counted(minutesIn(view, moment), 'minute')} in`,
    floor,
    ...markGroups(view, marksOf(view, moment)).map(({ name: who, marks }) => `${who}: ${marks}`),
  ].join(', ')
}

function marksOf({ state }: SessionView, { marks }: ScoreMoment): ScoreMoment['marks'] {
  return state.enteredLateAtMs === null ? marks : []
}

/** Whose marks stand near a moment, one entry a person. */
export interface MarkGroup {
  readonly name: string
  readonly marks: string
  readonly hasRisk: boolean
}

export function markGroups({ nameOf }: Pick<SessionView, 'nameOf'>, marks: readonly MadeMark[]): MarkGroup[] {
  const byPerson = Map.groupBy(marks, ({ personId }) => personId)
  return Array.from(byPerson, ([personId, own]) => ({
    name: nameOf(personId),
    marks: [...new Set(own.map(({ mark }) => nameOfMark(mark).toLowerCase()))].join(', '),
    hasRisk: own.some(({ mark }) => mark === 'risk'),
  }))
}
