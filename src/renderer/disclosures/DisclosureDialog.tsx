import { useState, type SubmitEvent } from 'react'
import type { PersonId } from '../../shared/ids.ts'
import type { Disclosure } from '../../shared/record/disclosure.ts'
import type { Member } from '../../shared/roster/member.ts'
import { namesInText } from '../../shared/roster/names-in-text.ts'
import { isoDay } from '../../shared/iso-day.ts'
import { useAct } from '../app/api.ts'
import { readNow } from '../app/core-clock.ts'
import { FormFoot } from '../roster/FormFoot.tsx'
import forms from '../roster/forms.module.css'
import { Dialog } from '../ui/Dialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Select } from '../ui/Select.tsx'
import { DisclosureFields, type DraftInHand } from './DisclosureFields.tsx'
import styles from './DisclosuresScreen.module.css'

interface DisclosureDialogProps {
  readonly members: readonly Member[]
  /** Whose record it was, where that is known before. */
  readonly personId: PersonId | null
  /** The entry that is to be corrected; null for a new one. */
  readonly corrects: Disclosure | null
  readonly onClose: () => void
}

/** Enters a disclosure by hand, or how an entry that was wrong has to read. */
export function DisclosureDialog({ members, personId, corrects, onClose }: DisclosureDialogProps) {
  const { act, isBusy, failure } = useAct()
  const [whose, setWhose] = useState(corrects?.personId ?? personId)
  const [draft, setDraft] = useState(() => firstDraft(corrects))
  const [wasTried, setWasTried] = useState(false)
  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    if (isBusy) return
    setWasTried(true)
    if (whose === null) return
    const typed = { ...draft, disclosedOn: draft.disclosedOn ?? '' }
    const answer =
      corrects === null
        ? await act('disclosures.enter', { personId: whose, draft: typed })
        : await act('disclosures.correct', { disclosureId: corrects.disclosureId, draft: typed })
    if (answer.ok) onClose()
  }
  return (
    <Dialog title={corrects === null ? 'Enter a disclosure' : 'Correct an entry'} isOpen onClose={onClose}>
      <form className={forms['form']} onSubmit={(event) => void save(event)} noValidate>
        <p className={styles['soft']}>
          {corrects === null
            ? 'For what was given to somebody outside without this console. An entry stays for good: it is corrected by another, never changed.'
            : 'The entry stays, marked as corrected; this one takes its place. If nothing was disclosed after all, say so under what was disclosed.'}
        </p>
        <DisclosureFields
          draft={draft}
          onChange={setDraft}
          failure={failure}
          whose={
            <WhoseRecord
              members={members}
              whose={whose}
              onChange={setWhose}
              isFixed={corrects !== null}
              isMissing={wasTried && whose === null}
            />
          }
        />
        <OthersNamed draft={draft} members={members} whose={whose} />
        <FormFoot
          submitWords={corrects === null ? 'Enter it' : 'Enter the correction'}
          failure={failure}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  )
}

function firstDraft(corrects: Disclosure | null): DraftInHand {
  if (corrects !== null) {
    const { disclosedOn, what, recipient, purpose, consentReference } = corrects
    return { disclosedOn, what, recipient, purpose, consentReference }
  }
  const now = readNow()
  const disclosedOn = now === null ? null : isoDay(now.wallMs, now.zone)
  return { disclosedOn, what: '', recipient: '', purpose: '', consentReference: '' }
}

interface WhoseRecordProps {
  readonly members: readonly Member[]
  readonly whose: PersonId | null
  readonly onChange: (personId: PersonId) => void
  readonly isFixed: boolean
  readonly isMissing: boolean
}

function WhoseRecord({ members, whose, onChange, isFixed, isMissing }: WhoseRecordProps) {
  return (
    <Select
      label="Whose record it was"
      options={members.map(({ id, preferredName, chartId }) => ({
        value: id,
        name: preferredName,
        ...(chartId === '' ? {} : { hint: `Chart ${chartId}` }),
      }))}
      value={whose}
      onChange={onChange}
      isDisabled={isFixed}
      placeholder="Choose a member"
      error={isMissing ? 'Please choose whose record it was.' : undefined}
    />
  )
}

interface OthersNamedProps {
  readonly draft: DraftInHand
  readonly members: readonly Member[]
  readonly whose: PersonId | null
}

/** A member may ask for their own ledger, and nobody else belongs in it. */
function OthersNamed({ draft, members, whose }: OthersNamedProps) {
  if (whose === null) return null
  const { what, recipient, purpose, consentReference } = draft
  const named = namesInText(
    [what, recipient, purpose, consentReference].join('. '),
    members.filter(({ id }) => id !== whose),
  )
  if (named.length === 0) return null
  return (
    <Notice tone="amber" announce="polite" title="This may name another member">
      <p>It would stand in this member’s own ledger. Leave the name out, unless it is somebody else’s.</p>
    </Notice>
  )
}
