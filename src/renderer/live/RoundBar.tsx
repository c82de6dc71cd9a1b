import { useRef } from 'react'
import { currentRound, nextInRound, type Round } from '../../shared/session/round.ts'
import { Button } from '../ui/Button.tsx'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { fitNames } from './fit-names.ts'
import { tickMs, useAdvanced, useLive } from './live-context.ts'
import { NumbersSource } from './NumbersSource.tsx'
import { passOnCommand } from './room-keys.ts'
import styles from './RoundBar.module.css'
import { roundSentence, shareWords, turnWords } from './round-words.ts'
import { nameIn, type Seated } from './seated.ts'
import { useSize } from './use-size.ts'

/** A round as it goes: whose turn it is, who is still to come and for how long, and the one key that moves on. */
export function RoundBar() {
  const { showsSeconds, seated, order } = useLive()
  const state = useAdvanced(tickMs(showsSeconds))
  const round = currentRound(state)
  if (round === null) return null
  // In the order in which R would go on, beginning after whoever has just spoken.
  const toCome = inTurn(round, order).flatMap((id) => seated.find(({ personId }) => personId === id) ?? [])
  return (
    <div className={styles['bar']}>
      <Turn round={round} />
      <ToCome round={round} people={toCome} />
      <MoveOn next={toCome[0] ?? null} hasTurn={round.turn !== null} />
      <NumbersSource />
      <VisuallyHidden>
        <output>
          {roundSentence(
            round.turn === null ? null : nameIn(seated, round.turn.personId),
            toCome[0]?.name ?? null,
            toCome.length,
          )}
        </output>
      </VisuallyHidden>
    </div>
  )
}

function inTurn(round: Round, order: readonly Seated['personId'][]): Seated['personId'][] {
  const next = nextInRound(round, order)
  if (next === null) return []
  const at = Math.max(0, order.indexOf(next))
  return [...order.slice(at), ...order.slice(0, at)].filter((id) => round.leftIds.includes(id))
}

function Turn({ round: { turn } }: { readonly round: Round }) {
  const { seated, showsSeconds } = useLive()
  if (turn === null) return null
  const { personId, tookMs, shareMs } = turn
  const filled = shareMs === 0 ? 1 : Math.min(1, tookMs / shareMs)
  return (
    <p className={styles['turn']}>
      <strong>
        <bdi>{nameIn(seated, personId)}</bdi>
      </strong>
      <span className={styles['took']}>{turnWords(turn, showsSeconds)}</span>
      <span aria-hidden className={styles['share']}>
        <span style={{ inlineSize: `${(filled * 100).toFixed(0)}%` }} />
      </span>
    </p>
  )
}

interface ToComeProps {
  readonly round: Round
  readonly people: readonly Seated[]
}

function ToCome({ round, people }: ToComeProps) {
  const { showsSeconds } = useLive()
  const goneCount = round.goneIds.length - (round.turn === null ? 0 : 1)
  if (people.length === 0) {
    return (
      <p className={styles['names']}>
        {round.turn === null ? 'Everyone has had a turn' : 'Nobody else is to come'}
      </p>
    )
  }
  return (
    <div className={styles['names']}>
      <p className={styles['label']}>
        <strong>
          {people.length} to come{goneCount === 0 ? '' : `, ${goneCount} gone`}
        </strong>
        <span className={styles['each']}>{shareWords(round.shareMs, showsSeconds)}</span>
      </p>
      <Names people={people} />
    </div>
  )
}

function Names({ people }: Pick<ToComeProps, 'people'>) {
  const list = useRef<HTMLParagraphElement>(null)
  const shown = fitNames(people, useSize(list)?.width ?? 0)
  return (
    <p ref={list} className={styles['list']}>
      {shown.map(({ personId, name }, index) => (
        <span key={personId}>
          {index === 0 ? null : ', '}
          <bdi>{name}</bdi>
        </span>
      ))}
      {shown.length < people.length && shown.length > 0 ? ` and ${people.length - shown.length} more` : null}
    </p>
  )
}

interface MoveOnProps {
  readonly next: Seated | null
  readonly hasTurn: boolean
}

function MoveOn({ next, hasTurn }: MoveOnProps) {
  const { order, act } = useLive()
  if (next === null && !hasTurn) return null
  return (
    <Button
      keys="R"
      aria-keyshortcuts="R"
      className={styles['on'] ?? ''}
      onPress={() => act((latest) => passOnCommand(latest, order))}
    >
      {next === null ? (
        'done'
      ) : (
        <span className={styles['next']}>
          <bdi>{next.name}</bdi> <span>next</span>
        </span>
      )}
    </Button>
  )
}
