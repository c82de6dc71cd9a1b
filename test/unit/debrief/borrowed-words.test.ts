import { describe, expect, it } from 'vitest'
import { answered } from '../../../src/renderer/debrief/answer-text.ts'
import type { DraftTexts } from '../../../src/renderer/debrief/draft-texts.ts'
import { remarksOf } from '../../../src/renderer/debrief/remark.ts'
import { remarkWords } from '../../../src/renderer/debrief/remark-words.ts'
import { goalIdSchema, personIdSchema } from '../../../src/shared/ids.ts'
import type { Finding } from '../../../src/shared/record/guards/finding.ts'

const personId = personIdSchema.parse(crypto.randomUUID())
const goals = ['a', 'b'].map(() => ({ goalId: goalIdSchema.parse(crypto.randomUUID()), progress: '' }))
const texts: DraftTexts = {
  topic: '',
  amendment: '',
  shared: { interventions: [], groupProcess: '', plan: '', homePractice: '' },
  response: { personId, response: '', plan: '', format: null, namesPhases: true, goals },
}

const named = (field: 'goal' | 'phase'): Finding => ({
  guard: 'names',
  words: 'Ana',
  isAnotherMember: true,
  place: { field, index: 1, start: 21, end: 24 },
})

function remarkOn(field: 'goal' | 'phase', now = texts) {
  return remarksOf({ findings: [named(field)], texts }, now)[0]
}

describe('a name in words that are not written in the note', () => {
  it('says where it stands and what can be done about it', () => {
    const [goal, phase] = [remarkOn('goal'), remarkOn('phase')]
    if (goal === undefined || phase === undefined) throw new Error('both are asked about')
    const around = { seen: [], members: [] }
    expect(remarkWords(goal, around)).toMatchObject({
      title: 'Ana is another member, in a goal.',
      answer: 'Change the goal',
    })
    expect(remarkWords(phase, around)).toMatchObject({
      title: 'Ana is another member, in the name of a phase.',
      answer: 'Leave the phases out',
    })
    expect([goal.comesFirst, phase.comesFirst]).toEqual([true, true])
  })

  it('is answered by leaving the phases out, and by changing the goal where it is written', () => {
    const [goal, phase] = [remarkOn('goal'), remarkOn('phase')]
    if (goal === undefined || phase === undefined) throw new Error('both are asked about')
    expect(answered(texts, goal, [])).toBeNull()
    const without = answered(texts, phase, [])
    expect(without?.response.namesPhases).toBe(false)
    expect(without === null ? phase : remarkOn('phase', without)).toBeUndefined()
  })

  it('is asked about no longer once the note does not address the goal', () => {
    const kept = { ...texts, response: { ...texts.response, goals: goals.slice(1) } }
    expect(remarkOn('goal', kept)).toBeDefined()
    const gone = { ...texts, response: { ...texts.response, goals: goals.slice(0, 1) } }
    expect(remarkOn('goal', gone)).toBeUndefined()
  })
})
