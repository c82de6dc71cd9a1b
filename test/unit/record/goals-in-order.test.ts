import { describe, expect, it } from 'vitest'
import { goalIdSchema, personIdSchema } from '../../../src/shared/ids.ts'
import type { Goal } from '../../../src/shared/ipc/goal-calls.ts'
import { goalsInNote, goalsOffered } from '../../../src/shared/record/goals-in-order.ts'

const personId = personIdSchema.parse(crypto.randomUUID())

function goal(text: string, set: Partial<Goal> = {}): Goal {
  const goalId = goalIdSchema.parse(crypto.randomUUID())
  return {
    goalId,
    personId,
    parentId: null,
    text,
    isOpen: true,
    isSetAside: false,
    isAddressed: false,
    ...set,
  }
}

describe('what a note can address', () => {
  const sleep = goal('Sleep at home')
  const phone = goal('No phone after ten', { parentId: sleep.goalId })
  const bed = goal('In bed by eleven', { parentId: sleep.goalId, isOpen: false })
  const sister = goal('Call my sister', { isSetAside: true })
  const sunday = goal('Ring on Sundays', { parentId: sister.goalId })
  const all = [sleep, sister, phone, sunday, bed]

  it('is what is open and not set aside, objectives below their goal', () => {
    expect(goalsOffered(all, [])).toEqual([{ goal: sleep, objectives: [phone] }])
  })

  it('is what it addresses already too, wherever that stands', () => {
    expect(goalsOffered(all, [sunday, bed])).toEqual([
      { goal: sleep, objectives: [phone, bed] },
      { goal: sister, objectives: [sunday] },
    ])
    expect(goalsOffered(all, [sister])).toContainEqual({ goal: sister, objectives: [] })
  })
})

describe('the goals of a note', () => {
  it('have their objectives below them, in whatever order they were addressed', () => {
    expect(
      goalsInNote([
        { text: 'No phone after ten', progress: 'Five nights.', under: 'Sleep at home' },
        { text: 'Call my sister', progress: '' },
        { text: 'Sleep at home', progress: 'Two nights.' },
      ]),
    ).toEqual([
      { text: 'Call my sister', progress: '', objectives: [] },
      {
        text: 'Sleep at home',
        progress: 'Two nights.',
        objectives: [{ text: 'No phone after ten', progress: 'Five nights.' }],
      },
    ])
  })

  it('name a goal of which objectives alone are addressed', () => {
    const under = 'Sleep at home'
    expect(
      goalsInNote([
        { text: 'No phone after ten', progress: 'Five nights.', under },
        { text: 'In bed by eleven', progress: '', under },
      ]),
    ).toEqual([
      {
        text: under,
        progress: '',
        objectives: [
          { text: 'No phone after ten', progress: 'Five nights.' },
          { text: 'In bed by eleven', progress: '' },
        ],
      },
    ])
  })

  it('lose nothing where two have the same words', () => {
    const twice = goalsInNote([
      { text: 'Rest', progress: 'At noon.' },
      { text: 'Rest', progress: 'At night.' },
      { text: 'Nap', progress: 'Once.', under: 'Rest' },
    ])
    expect(twice.map(({ progress }) => progress)).toEqual(['At noon.', 'At night.'])
    expect(twice.flatMap(({ objectives }) => objectives)).toHaveLength(1)
  })
})
