import type { Consent } from '../../shared/record/note-document.ts'
import { isUnderPart2, type Part2 } from '../../shared/session/vocabulary.ts'
import { Part2Notice, ScopeLine } from './parts.tsx'

interface ConsentNoticeProps {
  readonly consent: Consent
  readonly part2: Part2
  readonly clinic: string
}

/** For whom a paper about one member is, with the statement of 42 CFR part 2 where it is under that. */
export function ConsentNotice({ consent, part2, clinic }: ConsentNoticeProps) {
  const isProtected = isUnderPart2(part2)
  if (!isProtected && consent.kind === 'chart') return null
  const scope = <Scope consent={consent} clinic={clinic} />
  return <div className="foot">{isProtected ? <Part2Notice scope={scope} /> : scope}</div>
}

/** For whom the paper is, and by what consent; or that there is none. */
function Scope({ consent, clinic }: Pick<ConsentNoticeProps, 'consent' | 'clinic'>) {
  if (consent.kind === 'chart')
    return (
      <ScopeLine>
        this patient’s own chart at <bdi>{clinic}</bdi>. No consent to disclose it to anybody else is named on
        this copy.
      </ScopeLine>
    )
  return (
    <p className="scope">
      <b>Disclosed to</b> <bdi>{consent.recipient}</bdi>, for <bdi>{consent.purpose}</bdi>, under written
      consent <bdi>{consent.reference}</bdi>.
    </p>
  )
}
