import { placeIn, type DraftText } from './draft-text.ts'
import type { Finding } from './finding.ts'
import { sentencesOf } from './sentences-of.ts'

type JudgementFinding = Extract<Finding, { guard: 'judgement' }>

const judgement =
  /\b(?:(?:highly |very |fully |actively |well |dis|un)?engaged|disengaged|resistant|resistive|oppositional|(?:in)?appropriate(?:ly)?|(?:un)?motivated|(?:well|highly)[- ]motivated|defensive|guarded|(?:un)?co-?operative|(?:non-?)?compliant|hostile|manipulative|disruptive|attention[- ]seeking|passive[- ]aggressive|withdrawn|in denial|denial|(?:un)?receptive|(?:poor|limited|fair|good|excellent|partial) (?:insight|judge?ment|effort|boundaries|motivation|participation)|minimal(?:ly)?|actively participat(?:ed|es|ing)|participated (?:actively|well|appropriately|minimally)|apathetic|evasive|sarcastic|immature|needy|demanding|difficult patient|dramatic|unreliable|lazy|stubborn|pleasant|cheerful|irritable|agitated|distracted|attentive|supportive|respectful|rude|inattentive|invested|committed|open-minded|honest|dishonest|insightful)\b/gi

// Not what somebody is judged to be: a betrothal, a negation in somebody's own words is a saying and has its verb.
const betrothal = /\b(?:got|get|be|become|became) engaged\b|\bengaged (?:to|couple)\b/i

const quotation = /["“”«»„]|(?:^|\s)['‘][^'’]+['’](?=[\s.,;:!?]|$)/u
const count =
  /\p{Nd}|→|\b(?:once|twice|thrice|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several times|each time)\b/iu
const conduct =
  /\b(?:arms (?:crossed|folded)|crossed (?:his|her|their) arms|eye contact|in tears|tearful|eyes (?:closed|down))\b/i
/** Seeing, saying and doing: with something behind it, since `shared` alone tells nothing that was seen. */
const deed =
  /\b(?:said|says|told|tells|asked|asks|answered|replied|spoke|shared|shares|gave|gives|offered|named|names|listed|described|explained|mentioned|admitted|disclosed|denied|reported|stated|talked|discussed|wrote|read|drew|practi[sc]ed|rehearsed|used|applied|role-?played|repeated|summari[sz]ed|quoted|thanked|apologi[sz]ed|interrupted|shouted|yelled|cried|wept|laughed|smiled|nodded|shook|sat|stood|walked|left|returned|came|went|arrived|stayed|looked|stared|turned|moved|leaned|held|put|took|threw|brought|showed (?:her|his|their|the|a)|called|texted|phoned|completed|finished|filled|did|made|kept|checked|refused to|declined to|slept|yawned|whispered|paced|tapped|closed|opened|covered|agreed to|volunteered|identified|linked|compared|noted|noticed|challenged|encouraged|listened to|passed|raised|pointed|hugged|waved|worked)\b(?=\s*[,:]?\s+[a-z\u00c0-\uffff])/i

/**
 * Words that judge, in a sentence that has no behaviour to stand on: nothing said, seen or done, no quotation, time,
 * number or mark (77 Ill. Adm. Code 2060.470(e): a judgement is recorded with the behaviour that it rests on).
 */
export function checkJudgement(texts: readonly DraftText[]): readonly JudgementFinding[] {
  return texts.flatMap((draft) => {
    if (!isAboutConduct(draft) || draft.text.search(judgement) === -1) return []
    return sentencesOf(draft.text).flatMap((sentence) => {
      if (hasBehaviour(sentence.text)) return []
      return Array.from(sentence.text.matchAll(judgement)).flatMap(({ 0: words, index }) => {
        const start = sentence.start + index
        return [{ guard: 'judgement', words, place: placeIn(draft, { start, end: start + words.length }) }]
      })
    })
  })
}

// What is planned or was done by whoever led is no judgement of the member.
function isAboutConduct({ field }: DraftText): boolean {
  switch (field) {
    case 'response':
    case 'progress':
    case 'group-process':
    case 'amendment':
      return true
    default:
      return false
  }
}

function hasBehaviour(text: string): boolean {
  return (
    betrothal.test(text) || quotation.test(text) || count.test(text) || conduct.test(text) || deed.test(text)
  )
}
