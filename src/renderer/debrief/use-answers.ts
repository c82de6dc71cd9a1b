import { useState } from 'react'
import { answered } from './answer-text.ts'
import { focusText } from './field-name.ts'
import type { Remark } from './remark.ts'
import type { Signable } from './signable.ts'
import type { Drafts } from './use-drafts.ts'

/** What a remark's answer opens, where it is more than a change of words. */
export type Asked =
  | { readonly kind: 'compare'; readonly remark: Remark }
  | { readonly kind: 'member' | 'private' }
  | null

interface Answers {
  readonly asked: Asked
  readonly ask: (asked: Asked) => void
  readonly answer: (remark: Remark) => void
}

/** Does what the one key of a remark says. */
export function useAnswers(drafts: Drafts, writing: Signable | null, seen: readonly string[]): Answers {
  const [asked, ask] = useState<Asked>(null)
  const answer = (remark: Remark) => {
    if (writing === null) return
    const changed = answered(writing.texts(), remark, seen)
    if (changed !== null) {
      writing.change(changed)
      void drafts.flush()
      return
    }
    const opened = whatToOpen(remark)
    if (opened === null) goToText(remark)
    else ask(opened)
  }
  return { asked, ask, answer }
}

const goalBoxes = '[aria-label="Goals addressed"] input'

function whatToOpen(remark: Remark): Asked {
  const { finding } = remark
  if (finding.guard === 'copied') return { kind: 'compare', remark }
  if (finding.guard === 'private-only') return { kind: 'private' }
  if (finding.guard === 'names' && finding.place.field === 'goal') return { kind: 'member' }
  if (finding.guard !== 'missing') return null
  // A goal that is not set yet is set with the member, as the chart id is.
  const isOnFile = finding.element === 'goal' && document.querySelector(goalBoxes) !== null
  return finding.element === 'chart-id' || (finding.element === 'goal' && !isOnFile)
    ? { kind: 'member' }
    : null
}

function goToText({ finding, places: [place] }: Remark): void {
  if (place !== undefined) return focusText(place)
  if (finding.guard !== 'missing') return
  switch (finding.element) {
    case 'topic':
    case 'response':
    case 'plan':
      return focusText({ field: finding.element, index: 0 })
    case 'interventions':
      return focusFirst('textarea[name^="interventions "]:placeholder-shown')
    case 'goal':
      return focusFirst(goalBoxes)
    case 'risk-follow-up':
      return focusFirst('[data-follow-up="open"] button')
    case 'chart-id':
      return
  }
}

function focusFirst(selector: string): void {
  const found = document.querySelector(selector)
  if (found instanceof HTMLElement) found.focus()
}
