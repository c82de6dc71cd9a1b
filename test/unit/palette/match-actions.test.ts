import { expect, test } from 'vitest'
import { matchActions } from '../../../src/renderer/palette/match-actions.ts'

const actions = [
  'Next phase',
  'Pause',
  'Leave out Plan until next session',
  'Give the floor to Ana',
  'Give the floor to Zoë',
  'Mark Ana',
  '2 minutes more',
].map((name) => ({ name }))

function found(query: string): string[] {
  return matchActions(actions, query).map(({ name }) => name)
}

test('nothing typed finds everything, in its own order', () => {
  expect(found('')).toEqual(actions.map(({ name }) => name))
  expect(found('  ')).toHaveLength(actions.length)
})

test.each([
  ['what begins with it comes first', 'p', ['Pause', 'Next phase', 'Leave out Plan until next session']],
  [
    'words in their order come before words in any',
    'next p',
    ['Next phase', 'Leave out Plan until next session'],
  ],
  ['words may be typed in any order', 'ana give', ['Give the floor to Ana']],
  ['initials will do, and small words may be left out', 'gfa', ['Give the floor to Ana']],
  ['and longer beginnings', 'givfloana', ['Give the floor to Ana']],
  ['accents need not be typed, nor capitals', 'ZOE', ['Give the floor to Zoë']],
  ['and may be', 'zoë', ['Give the floor to Zoë']],
  ['figures are words', '+2', ['2 minutes more']],
  ['one word does not answer for two', 'ana ana', []],
  ['what is not there is not found', 'xyz', []],
])('%s: %s', (_, query, names) => {
  expect(found(query)).toEqual(names)
})

test('the words beside a name are looked through last', () => {
  const some = [{ name: 'Add someone', hint: 'a walk-in, a guest' }, { name: 'Walk' }]
  expect(matchActions(some, 'walk').map(({ name }) => name)).toEqual(['Walk', 'Add someone'])
})
