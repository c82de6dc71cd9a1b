import { expect, it } from 'vitest'
import {
  chooseAll,
  chooseNone,
  chosenIds,
  goTo,
  nothingChosen,
  toggle,
} from '../../../src/renderer/keeping/choosing.ts'

const lines = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, mayBeChosen: id !== 'c' }))

it('chooses none by going through the lines', () => {
  expect(chosenIds(lines, goTo(lines, nothingChosen, 3, false))).toEqual([])
})

it('chooses a line and lets go of it', () => {
  const one = toggle(lines, nothingChosen, 1)
  expect(chosenIds(lines, one)).toEqual(['b'])
  expect(chosenIds(lines, toggle(lines, one, 1))).toEqual([])
})

it('chooses a range, which shrinks again, and keeps what was chosen before', () => {
  const first = toggle(lines, nothingChosen, 0)
  const there = goTo(lines, first, 1, false)
  const range = goTo(lines, goTo(lines, there, 2, true), 4, true)
  expect(chosenIds(lines, range)).toEqual(['a', 'b', 'd', 'e'])
  const shorter = goTo(lines, range, 3, true)
  expect(chosenIds(lines, shorter)).toEqual(['a', 'b', 'd'])
  expect(chosenIds(lines, goTo(lines, shorter, 0, false))).toEqual(['a', 'b', 'd'])
})

it('never chooses what may not be chosen', () => {
  expect(chosenIds(lines, toggle(lines, nothingChosen, 2))).toEqual([])
  expect(chosenIds(lines, chooseAll(lines, nothingChosen))).toEqual(['a', 'b', 'd', 'e'])
})

it('chooses none again, and forgets what is no longer there', () => {
  const all = chooseAll(lines, nothingChosen)
  expect(chosenIds(lines, chooseNone(all))).toEqual([])
  expect(chosenIds(lines.slice(1, 2), all)).toEqual(['b'])
})
