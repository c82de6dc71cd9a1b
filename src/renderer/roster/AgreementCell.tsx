import { isoDay } from '../../shared/iso-day.ts'
import { Check, CircleDashed } from 'lucide-react'
import type { Member } from '../../shared/roster/member.ts'
import { useAct } from '../app/api.ts'
import { useNow } from '../app/core-clock.ts'
import { Button } from '../ui/Button.tsx'
import { dayWords } from './day-words.ts'
import { draftOfMember } from './member-draft.ts'
import styles from './MembersTable.module.css'

/** The agreement to confidentiality: its day, or that it is yet to come and one press to put today there. */
export function AgreementCell({ member }: { readonly member: Member }) {
  const { act, isBusy } = useAct()
  const now = useNow(60_000)
  const today = now === null ? null : isoDay(now.wallMs, now.zone)
  if (member.agreedOn !== null) {
    return (
      <span className={styles['agreed']}>
        <Check aria-hidden size={15} strokeWidth={2.25} />
        agreed {dayWords(member.agreedOn, today)}
      </span>
    )
  }
  const agree = async (day: string) => {
    const draft = { ...draftOfMember(member), agreedOn: day }
    await act('roster.change-member', { personId: member.id, draft })
  }
  return (
    <span className={styles['yetToAgree']}>
      <CircleDashed aria-hidden size={15} strokeWidth={2} />
      yet to agree
      <Button
        look="plain"
        size="small"
        isDisabled={today === null}
        aria-label={`${member.preferredName} agreed today`}
        onPress={() => {
          if (today !== null && !isBusy) void agree(today)
        }}
      >
        Agreed today
      </Button>
    </span>
  )
}
