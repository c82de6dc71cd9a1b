import { useState, type SubmitEvent } from 'react'
import type { Member } from '../../shared/roster/member.ts'
import { useAct } from '../app/api.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/TextField.tsx'
import { aliasProblem, aliasWords, readAliases } from './aliases.ts'
import { FormFoot } from './FormFoot.tsx'
import { GoalFields } from './GoalFields.tsx'
import { draftOfMember } from './member-draft.ts'
import { MemberFields } from './MemberFields.tsx'
import { useGoalsDraft } from './use-goals-draft.ts'
import styles from './forms.module.css'

interface MemberDialogProps {
  readonly member: Member
  readonly onClose: () => void
}

export function MemberDialog({ member, onClose }: MemberDialogProps) {
  const { act, isBusy, failure } = useAct()
  const [draft, setDraft] = useState(() => draftOfMember(member))
  const goals = useGoalsDraft(member.id, act)
  const [aliases, setAliases] = useState(() => aliasWords(member.aliases))
  const [wasTried, setWasTried] = useState(false)
  // Relatives and partners are in the room for somebody else's goals.
  const hasGoals = draft.role === 'member'
  const saveAliases = async () => {
    const typed = readAliases(aliases)
    if (aliasWords(typed) === aliasWords(member.aliases)) return true
    return (await act('roster.set-aliases', { personId: member.id, aliases: typed })).ok
  }
  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    if (isBusy) return
    setWasTried(true)
    if (hasGoals && goals.hasProblem) return
    const answer = await act('roster.change-member', { personId: member.id, draft })
    if (!answer.ok || !(await saveAliases())) return
    if (!hasGoals || (await goals.save())) onClose()
  }
  return (
    <Dialog title="Edit member" width="wide" isOpen onClose={onClose}>
      <form className={styles['form']} onSubmit={(event) => void save(event)} noValidate>
        <MemberFields draft={draft} onChange={setDraft} failure={failure} />
        <TextField
          label="Other words that would tell who this is"
          isOptional
          hint="A nickname, a surname, a telephone number, the name of a relation, with commas between them. Signing asks where one of them stands in somebody else’s note."
          value={aliases}
          onChange={setAliases}
          error={aliasProblem(failure)}
        />
        {hasGoals ? <GoalFields draft={goals} showsProblems={wasTried} /> : null}
        <FormFoot submitWords="Save" failure={failure} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
