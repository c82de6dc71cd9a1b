import { isBreakPhase } from '../../shared/session/advance.ts'
import { markWords } from '../../shared/session/mark-words.ts'
import type { SessionState } from '../../shared/session/state.ts'
import type { PaletteAction } from '../palette/palette-action.ts'
import type { Live } from './live-context.ts'
import { sampleCommand } from './room-keys.ts'
import { canBeMarked, leadActs, presenceActs, seatCommand } from './seat-commands.ts'
import type { Seated } from './seated.ts'

/** What can be done about one person now, by the name or the seat that the screen gives them. */
export function personActions(
  person: Seated,
  { state, seated, act, tapSeat }: Pick<Live, 'state' | 'seated' | 'act' | 'tapSeat'>,
): PaletteAction[] {
  const { personId, name, progress } = person
  const presence = presenceActs(state.stage, progress).map(({ name: words, type }): PaletteAction => ({
    id: `${type} ${personId}`,
    name: `${name}: ${inSentence(words)}`,
    run: () => act({ type, personId }),
  }))
  const lead = leadActs(state, seated, person).map(({ personId: toId, name: words }): PaletteAction => ({
    id: `lead ${personId} ${toId}`,
    name: `${name}: ${inSentence(words)}`,
    run: () => act({ type: 'hand-over', personId: toId }),
  }))
  return [
    ...tapActions(person, state, tapSeat),
    ...(canBeMarked(state.stage, progress)
      ? [
          {
            id: `mark ${personId}`,
            name: `Mark ${name}`,
            ...(person.key === null ? {} : { keys: ['M', person.key] }),
            choices: markWords.map(({ mark, name: words, letter }) => ({
              id: mark,
              name: words,
              keys: letter,
              run: () => act({ type: 'mark', personId, mark }),
            })),
          } satisfies PaletteAction,
        ]
      : []),
    ...presence,
    ...lead,
  ]
}

function tapActions(
  { personId, name, key, isYou }: Seated,
  state: SessionState,
  tapSeat: (personId: Seated['personId']) => void,
): PaletteAction[] {
  const words = tapWords(state, personId, isYou ? 'yourself' : name)
  if (words === null) return []
  const keys = key === null ? {} : { keys: key }
  return [{ id: `floor ${personId}`, name: words, ...keys, run: () => tapSeat(personId) }]
}

// A seat does by its key what the bar asks for, and nothing that the session would refuse.
function tapWords(state: SessionState, personId: Seated['personId'], whom: string): string | null {
  const sampled = sampleCommand(state, personId)
  if (sampled?.type === 'answer-sample') {
    return sampled.heardIds.includes(personId) ? `Heard: ${whom}` : `Not heard after all: ${whom}`
  }
  const { stage, observation } = state
  switch (seatCommand(state, personId)?.type) {
    case 'give-floor':
      return stage === 'running' && observation === 'floor' && !isBreakPhase(state)
        ? `Give the floor to ${whom}`
        : null
    case 'release-floor':
      return `Take the floor back from ${whom}`
    default:
      return null
  }
}

// The names in it keep their capitals.
function inSentence(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1)
}
