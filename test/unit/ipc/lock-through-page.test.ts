import { expect, it } from 'vitest'
import { createLockThroughPage, patienceMs } from '../../../src/main/electron/lock-through-page.ts'

function leaveWith(isOpenAtFirst: boolean) {
  const world = { isOpen: isOpenAtFirst, said: [] as string[], due: [] as (() => void)[] }
  const leave = createLockThroughPage({
    isOpen: () => world.isOpen,
    tellPage: () => world.said.push('page'),
    lock: () => world.said.push('lock'),
    after(ms, act) {
      expect(ms).toBe(patienceMs)
      world.due.push(act)
    },
  })
  leave()
  return Object.assign(world, { leave })
}

it('asks the page, which has what was typed last, and locks without it when it does not', () => {
  const { said, due } = leaveWith(true)
  expect(said).toEqual(['page'])
  for (const act of due) act()
  expect(said).toEqual(['page', 'lock'])
})

it('locks once where the page has done so', () => {
  const world = leaveWith(true)
  world.isOpen = false
  for (const act of world.due) act()
  expect(world.said).toEqual(['page'])
})

it('asks the page once for a lid that closes, which is told of as a locked screen and as a sleep', () => {
  const world = leaveWith(true)
  world.leave()
  expect(world.said).toEqual(['page'])
  expect(world.due).toHaveLength(1)
  for (const act of world.due) act()
  world.leave()
  expect(world.said).toEqual(['page', 'lock', 'page'])
})

it('locks at once where nothing is open that anybody could type into', () => {
  const { said, due } = leaveWith(false)
  expect([said, due]).toEqual([['lock'], []])
})
