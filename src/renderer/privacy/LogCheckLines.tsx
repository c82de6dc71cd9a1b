import { CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { counted } from '../../shared/count.ts'
import type { SessionId } from '../../shared/ids.ts'
import type { LogCheck, LogCheckState } from '../../shared/ipc/privacy-calls.ts'
import { useAct } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { usePlace } from '../app/navigation.tsx'
import { pastDay, timeOfDay } from '../app/time-words.ts'
import { useRole } from '../reviewer/role.tsx'
import { Button } from '../ui/Button.tsx'
import { Progress } from '../ui/Progress.tsx'
import styles from './PrivacyScreen.module.css'

interface LogCheckLinesProps {
  readonly state: LogCheckState
  readonly zone: string
  readonly nowMs: number
}

/** Whether the logs are as they were written, when that was last looked at, and the act that looks. */
export function LogCheckLines({ state, zone, nowMs }: LogCheckLinesProps) {
  const { act, isBusy, failure } = useAct()
  const mayCheck = useRole() === 'author'
  const button = useRef<HTMLButtonElement>(null)
  const isRunning = state.stage === 'running'
  const wasRunning = useRef(isRunning)
  // The one button that is there takes over the keyboard from the other.
  useEffect(() => {
    if (wasRunning.current !== isRunning && document.activeElement === document.body) button.current?.focus()
    wasRunning.current = isRunning
  }, [isRunning])
  return (
    <>
      {isRunning ? <Running {...state} /> : <Found last={state.last} zone={zone} nowMs={nowMs} />}
      {isRunning ? null : <Broken sessionIds={state.brokenIds} />}
      {mayCheck ? (
        <Button
          ref={button}
          isDisabled={isBusy}
          onPress={() => void act(isRunning ? 'privacy.cancel-log-check' : 'privacy.check-log', {})}
        >
          {isRunning ? 'Stop' : state.last === null ? 'Check the logs' : 'Check the logs again'}
        </Button>
      ) : null}
      <FailureNotice failure={failure} />
    </>
  )
}

function Running({ doneCount, totalCount }: { readonly doneCount: number; readonly totalCount: number }) {
  const words = `${doneCount.toLocaleString('en')} of ${counted(totalCount, 'session')}`
  return (
    <>
      <p>Looking at every entry: {words}. The console can be used meanwhile.</p>
      <Progress label="Sessions checked" done={doneCount} total={totalCount} words={words} />
    </>
  )
}

interface FoundProps {
  readonly last: LogCheck | null
  readonly zone: string
  readonly nowMs: number
}

function Found({ last, zone, nowMs }: FoundProps) {
  if (last === null) {
    return (
      <p className={styles['found']} data-tone="unknown">
        <CircleDashed aria-hidden size={20} strokeWidth={1.5} />
        <span>Never checked as a whole. A session’s own log is checked whenever it is opened.</span>
      </p>
    )
  }
  const { atMs, sessionCount, eventCount, brokenCount } = last
  const looked = `${counted(sessionCount, 'session')}, ${eventCount.toLocaleString('en')} entries`
  const Icon = brokenCount === 0 ? CircleCheck : TriangleAlert
  return (
    <output className={styles['found']} data-tone={brokenCount === 0 ? 'whole' : 'broken'}>
      <Icon aria-hidden size={20} strokeWidth={1.5} />
      <span>
        {brokenCount === 0
          ? 'Every log is as it was written.'
          : `${counted(brokenCount, 'session')} ${brokenCount === 1 ? 'is' : 'are'} not as ${brokenCount === 1 ? 'its' : 'their'} log says. Nothing was changed; restore a backup from before, or ask for help with this list.`}
        <span className={styles['when']}>
          {looked}, {pastDay(atMs, zone, nowMs)}, {timeOfDay(atMs, zone)}
        </span>
      </span>
    </output>
  )
}

function Broken({ sessionIds }: { readonly sessionIds: readonly SessionId[] }) {
  const { go } = usePlace()
  if (sessionIds.length === 0) return null
  return (
    <ul className={styles['broken']} aria-label="Sessions whose log is broken">
      {sessionIds.map((sessionId, index) => (
        <li key={sessionId}>
          <Button look="plain" size="small" onPress={() => go({ name: 'session', sessionId })}>
            Look at session {index + 1} of {sessionIds.length}
          </Button>
        </li>
      ))}
    </ul>
  )
}
