import { useState } from 'react'
import type { GroupId, PersonId } from '../../shared/ids.ts'
import type { Span } from '../../shared/member-review/member-window.ts'
import type { Consent } from '../../shared/record/note-document.ts'
import type { Paper } from '../../shared/record/tick-sheet.ts'
import { useAct } from '../app/api.ts'
import { passwordError } from './password-error.ts'
import type { Made } from './use-making.ts'

/** Who or what the paper is about, and which weeks: those that the page shows. */
export type OverTime =
  | { readonly kind: 'member'; readonly personId: PersonId; readonly span: Span }
  | { readonly kind: 'group'; readonly groupId: GroupId; readonly weeks: number | null }

interface Choices {
  readonly paper: Paper
  /** Empty for none. */
  readonly password: string
  /** For whom a member's paper is made. */
  readonly consent: Consent
}

/** Makes the paper about one member or one group over the weeks that are shown. */
export function useOverTime(subject: OverTime) {
  const { act, isBusy, failure, forget } = useAct()
  const [made, setMade] = useState<Made | null>(null)
  const [wasTried, setWasTried] = useState(false)
  const [choices, setChoices] = useState<Choices>({
    paper: 'Letter',
    password: '',
    consent: { kind: 'chart' },
  })
  const { paper, password, consent } = choices
  return {
    choices,
    isBusy,
    failure,
    made,
    wasTried,
    choose: (changed: Partial<Choices>) => {
      // What was wrong with the old choices is not wrong with these.
      forget()
      setMade(null)
      setChoices({ ...choices, ...changed })
    },
    make: async () => {
      setWasTried(true)
      if (isBusy || passwordError(password) !== undefined) return
      setMade(null)
      const printing = { paper, password: password === '' ? null : password }
      const answer = await (subject.kind === 'member'
        ? act('export.member-progress', {
            personId: subject.personId,
            span: subject.span,
            consent,
            ...printing,
          })
        : act('export.group-over-time', { groupId: subject.groupId, weeks: subject.weeks, ...printing }))
      if (answer.ok) setMade({ files: [answer.value], total: 1, wasCancelled: false, failure: null })
    },
  }
}
