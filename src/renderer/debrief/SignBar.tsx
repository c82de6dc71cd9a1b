import { noteFormatSchema, type NoteFormat } from '../../shared/record/note.ts'
import type { Seated } from '../live/seated.ts'
import { Button } from '../ui/Button.tsx'
import { Segments } from '../ui/Segments.tsx'
import { BeforeSigning } from './BeforeSigning.tsx'
import type { Desk } from './desk.ts'
import { ownRole, whyNotSign } from './own-role.ts'
import { possessiveEnd } from './possessive.ts'
import { SaveMark } from './SaveMark.tsx'
import type { SaveStatus } from './saver.ts'
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
  const { facts, roster, drafts, rules, signing } = desk
  const whyNot = whyNotSign(ownRole(facts.state, roster.facilitators))
  const saver = drafts.response(member.personId)
  return (
    <div className={styles['bar']}>
      {whyNot === null ? (
        <Button
          look="primary"
          keys={['Ctrl', 'Enter']}
          aria-keyshortcuts="Control+Enter"
          isPending={signing.isBusy}
          onPress={signing.sign}
        >
          <span>
            Sign <bdi>{member.name}</bdi>
            {`${possessiveEnd(member.name)} note`}
          </span>
        </Button>
      ) : null}
      <div className={styles['before']}>
        <output>{whyNot === null ? <BeforeSigning desk={desk} /> : <span>{whyNot}</span>}</output>
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
