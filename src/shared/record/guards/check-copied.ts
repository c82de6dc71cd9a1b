import { isOwn, placeIn, type DraftText } from './draft-text.ts'
import type { Finding, NoteSource } from './finding.ts'
import { sentencesOf, type Sentence } from './sentences-of.ts'
import { bareWordsOf } from './words-of.ts'

type CopiedFinding = Extract<Finding, { guard: 'copied' }>

/** A text of a note with the member whom it is about, whose name is all that a cloned sentence often differs in. */
export interface ComparedText {
  readonly text: string
  readonly about: string
  readonly source: NoteSource
}

/** A sentence where it was written first. */
interface Original {
  readonly text: string
  readonly sentence: Sentence
  readonly source: NoteSource
}

// Shorter ones are said of everybody: `Passed in the second round.`
const fewestWords = 5
const pronouns = new Set(
  'he she they him her them his hers their theirs himself herself themselves'.split(' '),
)

/**
 * Sentences that stand also in another member's note of this session, or in this member's earlier ones. What everyone
 * shares is compared with earlier notes alone.
 */
export function checkCopied(
  texts: readonly DraftText[],
  about: string,
  others: readonly ComparedText[],
  earlier: readonly ComparedText[],
): readonly CopiedFinding[] {
  const [fromOthers, fromEarlier] = [collect(others), collect(earlier)]
  if (fromOthers.size + fromEarlier.size === 0) return []
  const names = namesOf(about)
  return texts.flatMap((draft) => {
    const isCompared = isOwn(draft) || draft.field === 'interventions' || draft.field === 'group-process'
    if (!isCompared) return []
    return sentencesOf(draft.text).flatMap((sentence) => {
      const plain = plainSentence(sentence.text, names)
      if (plain === null) return []
      const original = (isOwn(draft) ? fromOthers.get(plain) : undefined) ?? fromEarlier.get(plain)
      if (original === undefined) return []
      const { start, end } = original.sentence
      return [
        {
          guard: 'copied',
          place: placeIn(draft, sentence),
          sentence: sentence.text,
          source: original.source,
          original: { text: original.text, start, end },
        },
      ]
    })
  })
}

// Where a sentence stands in several notes, the first of them is shown.
function collect(texts: readonly ComparedText[]): ReadonlyMap<string, Original> {
  const plain = new Map<string, Original>()
  for (const { text, about, source } of texts) {
    const names = namesOf(about)
    for (const sentence of sentencesOf(text)) {
      const one = plainSentence(sentence.text, names)
      if (one !== null && !plain.has(one)) plain.set(one, { text, sentence, source })
    }
  }
  return plain
}

function namesOf(about: string): ReadonlySet<string> {
  return new Set(lowerWords(about))
}

/** A sentence without what differs when it is copied: case, punctuation, the member's name and pronoun. */
function plainSentence(text: string, names: ReadonlySet<string>): string | null {
  const words = lowerWords(text)
  if (words.length < fewestWords) return null
  return words.map((word) => (pronouns.has(word) || names.has(word) ? '_' : word)).join(' ')
}

function lowerWords(text: string): readonly string[] {
  return bareWordsOf(text.toLowerCase())
}
