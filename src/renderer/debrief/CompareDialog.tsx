import type { ReactNode } from 'react'
import type { PersonId } from '../../shared/ids.ts'
import { capitalised } from '../../shared/capitalised.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { possessive } from './possessive.ts'
import type { Desk } from './desk.ts'
import { textAt } from './draft-texts.ts'
import { selectText } from './field-name.ts'
import type { Remark } from './remark.ts'
import { sourceWords } from './source-words.ts'
import styles from './CompareDialog.module.css'

interface CompareDialogProps {
  readonly desk: Desk
  readonly remark: Remark
  readonly personId: PersonId
  readonly onClose: () => void
}

/** The same sentences in the two notes that hold them, side by side: what is the same is seen, not counted. */
export function CompareDialog({ desk, remark, personId, onClose }: CompareDialogProps) {
  const rewrite = () => {
    onClose()
    const place = remark.places[0]
    // The dialog gives the keyboard back first.
    if (place !== undefined) setTimeout(() => selectText(place), 0)
  }
  return (
    <Dialog
      title="The same sentences"
      isOpen
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Button look="primary" ref={focusFirst} onPress={rewrite}>
            Write it anew
          </Button>
          <Button
            onPress={() => {
              desk.review.meanSo(remark)
              onClose()
            }}
          >
            It is meant so
          </Button>
        </>
      }
    >
      <Pair desk={desk} remark={remark} personId={personId} />
      <p className={styles['why']}>
        Notes that read the same are the commonest reason for a payer to doubt them. What was different this
        time?
      </p>
    </Dialog>
  )
}

function Pair({ desk, remark, personId }: Omit<CompareDialogProps, 'onClose'>) {
  const { finding, places, originals } = remark
  if (finding.guard !== 'copied') return null
  const { members } = desk.facts
  const name = members.find((member) => member.personId === personId)?.name
  const texts = desk.writing?.texts()
  // All of its places are in one field; those of one text are drawn together.
  const indices = [...new Set(places.map(({ index }) => index))]
  return (
    <div className={styles['pair']}>
      <Sheet title={ownTitle(name, finding.place.field === 'amendment')}>
        {indices.map((index) => {
          const shared = places.filter((place) => place.index === index)
          return (
            <MarkedParagraph
              key={index}
              text={(texts && textAt(texts, { field: finding.place.field, index })) ?? ''}
              shared={shared}
            />
          )
        })}
      </Sheet>
      <Sheet title={originTitle(remark, desk)}>
        {originals.map(({ text, shared }) => (
          <MarkedParagraph key={text} text={text} shared={shared} />
        ))}
      </Sheet>
    </div>
  )
}

function ownTitle(name: string | undefined, isAmendment: boolean): string {
  const note = name === undefined ? 'this note' : `${possessive(name)} note`
  if (isAmendment) return `What you add to ${note}`
  return name === undefined ? 'This note' : `${note}, which you are writing`
}

function originTitle({ finding }: Remark, { facts: { members } }: Desk): string {
  if (finding.guard !== 'copied') return ''
  const whole = capitalised(sourceWords(finding.source, members))
  return finding.source.from === 'another-note' ? `${whole} of this session` : `${whole}, for this member`
}

function Sheet({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles['sheet']} aria-label={title}>
      <h3 className={styles['title']}>
        <bdi>{title}</bdi>
      </h3>
      {children}
    </section>
  )
}

interface MarkedParagraphProps {
  readonly text: string
  readonly shared: readonly { readonly start: number; readonly end: number }[]
}

function MarkedParagraph({ text, shared }: MarkedParagraphProps) {
  const pieces: ReactNode[] = []
  let at = 0
  for (const { start, end } of shared.toSorted((a, b) => a.start - b.start)) {
    pieces.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>)
    at = end
  }
  pieces.push(text.slice(at))
  return (
    <p dir="auto" className={styles['text']}>
      {pieces}
    </p>
  )
}

function focusFirst(button: HTMLButtonElement | null): void {
  button?.focus()
}
