import { useState } from 'react'
import type { LineFate, PlannedLine } from '../../shared/import/plan-import.ts'
import type { ImportPreview } from '../../shared/ipc/import-calls.ts'
import { listed } from '../../shared/count.ts'
import { useRead } from '../app/api.ts'
import { Button } from '../ui/Button.tsx'
import { Segments } from '../ui/Segments.tsx'
import styles from './ImportLines.module.css'
import { fateWords, isGroupAlone, problemWords } from './import-words.ts'

interface ImportLinesProps {
  readonly preview: ImportPreview
  readonly onDecide: (lines: readonly number[], fate: LineFate) => void
}

const sides = ['problem', 'same', 'new', 'left-out'] as const
type Side = (typeof sides)[number]

const sideNames: Readonly<Record<Side, string>> = {
  problem: 'To settle',
  same: 'Known already',
  new: 'New',
  'left-out': 'Left out',
}

/** More lines than anybody reads are counted, not shown. */
const shownLines = 200

/** What becomes of each line, what needs a decision first. */
export function ImportLines({ preview, onDecide }: ImportLinesProps) {
  const bySide = Map.groupBy(preview.lines, sideOf)
  const [chosen, setChosen] = useState<Side | null>(null)
  const first = sides.find((side) => bySide.has(side)) ?? 'new'
  const side = chosen !== null && bySide.has(chosen) ? chosen : first
  const lines = bySide.get(side) ?? []
  return (
    <section aria-labelledby="import-lines" className={styles['lines']}>
      <div className={styles['head']}>
        <h2 id="import-lines" className={styles['heading']}>
          What becomes of each line
        </h2>
        <Segments
          label="Lines that are"
          options={sides
            .filter((one) => bySide.has(one))
            .map((one) => ({ id: one, name: `${sideNames[one]} ${bySide.get(one)?.length ?? 0}` }))}
          selected={side}
          onSelect={setChosen}
        />
        {side === 'problem' ? (
          <Button
            size="small"
            onPress={() =>
              onDecide(
                lines.map(({ line }) => line),
                'left-out',
              )
            }
          >
            Leave all of these out
          </Button>
        ) : null}
      </div>
      <Lines lines={lines.slice(0, shownLines)} onDecide={onDecide} />
      {lines.length > shownLines ? (
        <p className={styles['more']}>And {lines.length - shownLines} more like these.</p>
      ) : null}
    </section>
  )
}

function sideOf({ fate, problems }: PlannedLine): Side {
  return problems.length > 0 ? 'problem' : fate
}

interface LinesProps {
  readonly lines: readonly PlannedLine[]
  readonly onDecide: ImportLinesProps['onDecide']
}

function Lines({ lines, onDecide }: LinesProps) {
  const roster = useRead('roster.read', {})
  const names = new Map(
    roster.status === 'ready' ? roster.value.members.map(({ id, preferredName }) => [id, preferredName]) : [],
  )
  const knownWords = ({ match }: PlannedLine) => {
    if (match === null) return 'On file already'
    if (match.line !== null) return `As in line ${match.line}`
    return `${(match.personId === null ? undefined : names.get(match.personId)) ?? 'Somebody'}, on file`
  }
  return (
    <table className={styles['table']} aria-labelledby="import-lines">
      <thead>
        <tr>
          <th scope="col">Line</th>
          <th scope="col">Name</th>
          <th scope="col">Chart</th>
          <th scope="col">Group</th>
          <th scope="col">What becomes of it</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.line}>
            <td className={styles['number']}>{line.line}</td>
            <td>
              <bdi>{isGroupAlone(line) ? '' : line.name}</bdi>
              {line.problems.length === 0 ? null : (
                <span className={styles['problem']}>
                  {listed(line.problems.map((problem) => problemWords[problem]))}
                </span>
              )}
            </td>
            <td>
              <bdi>{line.chartId}</bdi>
            </td>
            <td>
              <bdi>{line.group}</bdi>
            </td>
            <td className={styles['fate']}>
              <Fate line={line} known={knownWords(line)} onDecide={(fate) => onDecide([line.line], fate)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface FateProps {
  readonly line: PlannedLine
  readonly known: string
  readonly onDecide: (fate: LineFate) => void
}

function Fate({ line, known, onDecide }: FateProps) {
  // A group is known by its name alone, so there is nothing to decide but whether it counts.
  const possible: readonly LineFate[] = isGroupAlone(line)
    ? [line.fate === 'left-out' ? 'new' : line.fate, 'left-out']
    : line.match === null
      ? ['new', 'left-out']
      : ['same', 'new', 'left-out']
  return (
    <Segments
      label={`What becomes of line ${line.line}`}
      options={possible.map((id) => ({ id, name: fateWords(line, id, known) }))}
      selected={line.fate}
      onSelect={onDecide}
    />
  )
}
