import { noteFormatSchema, type NoteFormat } from '../../shared/record/note.ts'
import type { Seated } from '../live/seated.ts'
import { Button } from '../ui/Button.tsx'
import { Segments } from '../ui/Segments.tsx'
import type { Desk } from './desk.ts'
import type { Remark } from './remark.ts'
import { Letter } from './Remarks.tsx'
import { SaveMark } from './SaveMark.tsx'
import type { SaveStatus } from './saver.ts'
import { signerName } from './signer-name.ts'
import styles from './SignBar.module.css'

const formats = noteFormatSchema.options.map((id) => ({ id, name: id }))

interface SignBarProps {
  readonly desk: Desk
  readonly member: Seated
  readonly format: NoteFormat
  readonly status: SaveStatus
}

/** The signature of one note, what stands before it, and the order in which its parts stand. */
export function SignBar({ desk, member, format, status }: SignBarProps) {
  const { drafts, rules, review, signing } = desk
  const saver = drafts.response(member.personId)
  const first = review.remarks.filter(({ comesFirst }) => comesFirst)
  return (
    <div className={styles['bar']}>
      <Button
        look="primary"
        keys={['Ctrl', 'Enter']}
        aria-keyshortcuts="Control+Enter"
        isPending={signing.isBusy}
        onPress={signing.sign}
      >
        <span>
          Sign <bdi>{possessive(member.name)}</bdi> note
        </span>
      </Button>
      <div className={styles['before']}>
        <output>
          {first.length > 0 ? (
            <ComeFirst remarks={first} />
          ) : signing.before.length > 0 && review.remarks.length > 0 ? (
            <span>Look at what is new first; then sign.</span>
          ) : (
            <SignerLine desk={desk} />
          )}
        </output>
        <SaveMark status={status} />
      </div>
      <Segments
        label="Format of this note"
        options={formats}
        selected={format}
        onSelect={(id) => saver.change({ ...saver.value(), format: id === rules.format ? null : id })}
      />
    </div>
  )
}

function ComeFirst({ remarks }: { readonly remarks: readonly Remark[] }) {
  return (
    <span>
      {remarks.length === 1 ? 'Remark ' : 'Remarks '}
      {remarks.map((remark) => (
        <Letter key={remark.key} remark={remark} />
      ))}
      {remarks.length === 1 ? ' comes first.' : ' come first.'}
    </span>
  )
}

function SignerLine({ desk: { roster, review } }: Pick<SignBarProps, 'desk'>) {
  const author = roster.facilitators.find(({ isAuthor }) => isAuthor)
  if (author === undefined) return null
  return (
    <span>
      as <bdi>{signerName(author)}</bdi>
      {author.needsCoSignature ? ', then to be co-signed' : ''}
      {review.remarks.length === 0
        ? ''
        : `; ${review.remarks.map(({ letter }) => letter).join(', ')} as it stands`}
    </span>
  )
}

/** `Dee’s`, `Boris’`. */
function possessive(name: string): string {
  return /s$/iu.test(name) ? `${name}’` : `${name}’s`
}
