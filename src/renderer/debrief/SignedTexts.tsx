import { Hourglass, Signature as Pen } from 'lucide-react'
import type { Amendment, CoSignature, NoteSignature, SignedNote } from '../../shared/record/note.ts'
import { signedOnWords, signerWords } from '../follow-up/follow-up-words.ts'
import { amendmentNames, delayWords } from './amendment-words.ts'
import type { NoteBasis } from './note-basis.ts'
import { NoteSections } from './NoteSections.tsx'
import { SignedGoals } from './SignedGoals.tsx'
import type { SignedView } from './signed-view.ts'
import styles from './SignedBand.module.css'

/** A signed note as it will always read, and below it what was added since, each for what it is. */
export function SignedTexts({ view: { note, amendments } }: { readonly view: SignedView }) {
  const { zone } = note.text.facts
  return (
    <>
      <SignedWords note={note.text} />
      <SignatureLine signature={note.text.signature} coSignature={note.coSignature} zone={zone} />
      {amendments.map(({ noteId, text, coSignature }) => (
        <AmendmentPart key={noteId} text={text} coSignature={coSignature} zone={zone} />
      ))}
    </>
  )
}

function SignedWords({ note: { facts, words } }: { readonly note: SignedNote }) {
  return (
    <NoteSections
      format={words.format}
      basis={basisOfSigned(facts)}
      written={{
        response: words.response === '' ? null : <Words text={words.response} />,
        plan: words.plan === '' ? null : <Words text={words.plan} />,
        goals: words.goals.length === 0 ? null : <SignedGoals goals={words.goals} />,
      }}
    />
  )
}

function Words({ text }: { readonly text: string }) {
  return (
    <p dir="auto" className={styles['words']}>
      {text}
    </p>
  )
}

function basisOfSigned(facts: SignedNote['facts']): NoteBasis {
  return {
    sentences: facts.sentences,
    numbers: facts.checkIns.map(
      ({ name, moment, value }) => `${name.toLocaleLowerCase()} ${value} at the ${moment}`,
    ),
    interventions: facts.facilitators
      .filter(({ interventions }) => interventions !== '')
      .map(({ name, interventions }) => ({ name, text: interventions })),
    forAll: [facts.groupPlan, facts.homePractice].filter((text) => text !== ''),
  }
}

interface SignatureLineProps {
  readonly signature: NoteSignature
  readonly coSignature: 'awaited' | CoSignature | null
  readonly zone: string
}

function SignatureLine({ signature, coSignature, zone }: SignatureLineProps) {
  const { signer, signedAtMs, isLate, delayMs } = signature
  return (
    <div className={styles['signature']}>
      <p>
        <Pen aria-hidden size={15} strokeWidth={1.75} />
        Signed by <bdi>{signerWords(signer)}</bdi> {signedOnWords(signedAtMs, zone)}
        {isLate ? <strong>, late: {delayWords(delayMs)}</strong> : null}.
      </p>
      {coSignature === null ? null : coSignature === 'awaited' ? (
        <p className={styles['awaited']}>
          <Hourglass aria-hidden size={15} strokeWidth={1.75} /> Awaits a co-signature.
        </p>
      ) : (
        <p>
          <Pen aria-hidden size={15} strokeWidth={1.75} />
          Co-signed by <bdi>{signerWords(coSignature.signature.signer)}</bdi>{' '}
          {signedOnWords(coSignature.signature.signedAtMs, zone)}
          {coSignature.pinResetAtMs === undefined
            ? ''
            : `, with a PIN that was set anew ${signedOnWords(coSignature.pinResetAtMs, zone)} without the one before`}
          .
        </p>
      )}
    </div>
  )
}

interface AmendmentPartProps extends Omit<SignatureLineProps, 'signature'> {
  readonly text: Amendment
}

function AmendmentPart({ text: { kind, text, signature }, coSignature, zone }: AmendmentPartProps) {
  return (
    <section aria-label={amendmentNames[kind]} className={styles['amendment']}>
      <h3 className={styles['label']}>
        {amendmentNames[kind]}, {delayWords(signature.delayMs)}
      </h3>
      <Words text={text} />
      <SignatureLine signature={signature} coSignature={coSignature} zone={zone} />
    </section>
  )
}
