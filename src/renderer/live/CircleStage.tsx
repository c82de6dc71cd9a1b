import type { Ref } from 'react'
import type { Failure } from '../../shared/ipc/failure.ts'
import { Circle } from './Circle.tsx'
import styles from './CircleStage.module.css'
import type { RunStep } from './run-step.ts'
import { StageBar } from './StageBar.tsx'
import type { ChangeView, LiveView } from './use-live-view.ts'

interface CircleStageProps {
  readonly ref: Ref<HTMLElement>
  readonly view: LiveView
  readonly change: ChangeView
  readonly step: RunStep
  readonly onRun: () => void
  readonly trouble: Failure | null
}

/** The middle of the screen: the circle and, below it, who has been heard. */
export function CircleStage({ ref, view, change, step, onRun, trouble }: CircleStageProps) {
  return (
    <main ref={ref} tabIndex={-1} className={styles['stage']} aria-label="Circle">
      <Circle
        step={step}
        onRun={onRun}
        showsArcs={view.showsArcs}
        onArcs={() => change({ showsArcs: !view.showsArcs })}
        onWords={change}
      />
      <StageBar view={view} change={change} trouble={trouble} />
    </main>
  )
}
