import { heldOutNames } from '../test/guards/held-out-names.ts'
import { labelledMoreNames } from '../test/guards/labelled-more-names.ts'
import { labelledNames } from '../test/guards/labelled-names.ts'
import { scoreNames, type NameScore } from '../test/guards/score-names.ts'
import { countJudgements, countPrivate, type Counted } from '../test/guards/score-others.ts'

console.log('guard         set       sentences  names  recall  precision')
report('labelled', scoreNames([...labelledNames, ...labelledMoreNames]))
report('held out', scoreNames(heldOutNames))
console.log('')
console.log('guard         sentences  right')
tell('judgement', countJudgements())
tell('private-only', countPrivate())

function report(set: string, { sentences, names, recall, precision, wrong }: NameScore): void {
  const figures = [
    String(sentences).padStart(9),
    String(names).padStart(5),
    share(recall).padStart(6),
    share(precision),
  ]
  console.log(`names         ${set}  ${figures.join('  ')}`)
  for (const { sentence, missed, invented } of wrong) {
    console.log(`  ${sentence}${said('missed', missed)}${said('in vain', invented)}`)
  }
}

function tell(guard: string, { sentences, right, wrong }: Counted): void {
  console.log(`${guard.padEnd(12)}  ${String(sentences).padStart(9)}  ${String(right).padStart(5)}`)
  for (const sentence of wrong) console.log(`  ${sentence}`)
}

function share(value: number): string {
  return value.toFixed(3)
}

function said(what: string, words: readonly string[]): string {
  return words.length === 0 ? '' : ` (${what}: ${words.join(', ')})`
}
