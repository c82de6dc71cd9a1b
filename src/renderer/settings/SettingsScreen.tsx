import type { ReactNode } from 'react'
import type { InputOf } from '../../shared/ipc/contract.ts'
import type { Preferences } from '../../shared/ipc/preference-calls.ts'
import { useAct, useRead } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { PagePart } from '../app/PagePart.tsx'
import { KeepingPart } from '../keeping/KeepingPart.tsx'
import { KeysPart } from '../keys/KeysPart.tsx'
import { ThemeChoice } from '../app/ThemeChoice.tsx'
import { SafetyCardEditor } from '../safety/SafetyCardEditor.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Segments } from '../ui/Segments.tsx'
import { CareRulesSetting } from './CareRulesSetting.tsx'
import { LockSetting } from './LockSetting.tsx'
import { PinSetting } from './PinSetting.tsx'
import { RecordRulesSetting } from './RecordRulesSetting.tsx'
import { SystemSettings } from './SystemSettings.tsx'
import styles from './SettingsScreen.module.css'

type Change = (change: InputOf<'preferences.change'>) => void

/** How the console behaves in the room, and how it looks. */
export function SettingsScreen() {
  const preferences = useRead('preferences.read', {})
  const { act, failure } = useAct()
  const change: Change = (choice) => void act('preferences.change', choice)
  if (preferences.status !== 'ready') return null
  return (
    <div className={styles['page']}>
      <h1 className={styles['title']}>Settings</h1>
      <FailureNotice failure={failure} />
      <PagePart title="In the room">
        <Concealing preferences={preferences.value} change={change} />
        <PinSetting />
        <Setting hint="Off unless you switch it on. It rings once when a phase has used its minutes, never at a person.">
          <Checkbox isSelected={preferences.value.hasChime} onChange={(hasChime) => change({ hasChime })}>
            A soft chime at the end of a phase
          </Checkbox>
        </Setting>
      </PagePart>
      <PagePart title="The vault">
        <LockSetting
          minutes={preferences.value.locksAfterMinutes}
          onChange={(locksAfterMinutes) => change({ locksAfterMinutes })}
        />
        <SystemSettings preferences={preferences.value} change={change} />
      </PagePart>
      <PagePart title="The record">
        <RecordRulesSetting />
        <p className={styles['hint']}>
          Whose notes are to be co-signed, and who may co-sign, stands with each facilitator under Groups
          &amp; members.
        </p>
      </PagePart>
      <KeepingPart />
      <KeysPart />
      <PagePart title="Hours and places">
        <CareRulesSetting />
      </PagePart>
      <PagePart title="Safety steps">
        <p className={styles['hint']}>
          Your clinic’s own steps for a crisis. On Live, one key shows them over everything: the full stop.
        </p>
        <SafetyCardEditor />
      </PagePart>
      <PagePart title="Appearance">
        <p className={styles['hint']}>Day for a bright room, evening for a dim one.</p>
        <ThemeChoice showsNames />
      </PagePart>
    </div>
  )
}

interface ConcealingProps {
  readonly preferences: Preferences
  readonly change: Change
}

const waits = [
  { id: 'never', name: 'Never', seconds: null },
  { id: '60', name: '60 s', seconds: 60 },
  { id: '90', name: '90 s', seconds: 90 },
  { id: '120', name: '120 s', seconds: 120 },
] as const

function Concealing({ preferences, change }: ConcealingProps) {
  const wait = waits.find(({ seconds }) => seconds === preferences.concealsAfterSeconds) ?? waits[0]
  return (
    <>
      <Setting hint="When another window comes in front, names become seat numbers. Opening the room display does not count.">
        <Checkbox
          isSelected={preferences.concealsOnBlur}
          onChange={(concealsOnBlur) => change({ concealsOnBlur })}
        >
          Conceal when this window loses the focus
        </Checkbox>
      </Setting>
      <Setting hint="Without a key, a click or a move of the pointer. On Live, in the debrief and while a sheet is entered.">
        <p>Conceal after</p>
        <Segments
          label="Conceal after"
          options={waits}
          selected={wait.id}
          onSelect={(id) =>
            change({ concealsAfterSeconds: waits.find((each) => each.id === id)?.seconds ?? null })
          }
        />
      </Setting>
    </>
  )
}

function Setting({ hint, children }: { readonly hint: string; readonly children: ReactNode }) {
  return (
    <div className={styles['setting']}>
      {children}
      <p className={styles['hint']}>{hint}</p>
    </div>
  )
}
