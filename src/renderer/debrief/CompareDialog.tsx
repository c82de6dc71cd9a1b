import { Fragment } from 'react'
import type { PersonId } from '../../shared/ids.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import type { Desk } from './desk.ts'
import { focusText } from './field-name.ts'
import type { Remark } from './remark.ts'
import styles from './CompareDialog.module.css'

interface CompareDialogProps {
  readonly desk: Desk
  readonly remark: Remark
  readonly personId: PersonId
  readonly onClose: () => void
}

/** The sentences that stand elsewhere too, and where: what is the same is seen, not counted. */
export function CompareDialog({ desk, remark, personId, onClose }: CompareDialogProps) {
  const rewrite = () => {
    onClose()
    const place = remark.places[0]
    // The dialog gives the keyboard back first.
    if (place !== undefined) setTimeout(() => focusText(place), 0)
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
        Notes that read the same are the commonest reason for a payer to doubt them. What was different about
        this member?
      </p>
    </Dialog>
  )
}

function Pair({ desk, remark, personId }: Omit<CompareDialogProps, 'onClose'>) {
  const others = remark.finding.guard === 'copied' && remark.finding.from === 'another-note'
  const found = others ? findIn(desk, personId, remark.sentences) : []
  return (
    <dl className={styles['pair']}>
      <div>
        <dt>This note</dt>
        {remark.sentences.map((sentence) => (
          <dd key={sentence} dir="auto">
            <mark>{sentence}</mark>
          </dd>
        ))}
      </div>
      {found.map(({ name, text }) => (
        <div key={name}>
          <dt>
            The note of <bdi>{name}</bdi>
          </dt>
          <dd dir="auto">{marked(text, remark.sentences)}</dd>
        </div>
      ))}
      {found.length > 0 ? null : (
        <div>
          <dt>{others ? 'Another member’s note' : 'An earlier note of this member'}</dt>
          <dd>has the same sentence, but for small differences.</dd>
        </div>
      )}
    </dl>
  )
}

function focusFirst(button: HTMLButtonElement | null): void {
  button?.focus()
}

/** Other members’ texts of this session that hold one of the sentences. */
function findIn({ facts, drafts }: Desk, personId: PersonId, sentences: readonly string[]) {
  const wanted = sentences.map(plain)
  return facts.members
    .filter((member) => member.personId !== personId)
    .flatMap((member) => {
      const { response, plan } = drafts.response(member.personId).value()
      return [response, plan]
        .filter((text) => wanted.some((sentence) => plain(text).includes(sentence)))
        .map((text) => ({ name: member.name, text }))
    })
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function marked(text: string, sentences: readonly string[]) {
  const isSame = (sentence: string) => sentences.some((one) => plain(one) === plain(sentence))
  let at = 0
  return text.split(/(?<=[.!?])\s+/u).map((sentence) => {
    at += sentence.length
    return <Fragment key={at}>{isSame(sentence) ? <mark>{sentence}</mark> : sentence} </Fragment>
  })
}
