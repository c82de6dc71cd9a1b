import { expect, test } from 'vitest'
import { personIdSchema } from '../../src/shared/ids.ts'
import type { Named } from './paper-cast.ts'
import { findTraces, show } from './who-is-named.ts'

const may: Named = {
  personId: personIdSchema.parse('5b1c0a52-8f0e-4a53-9c1e-000000000009'),
  preferredName: 'May Thornbury-Óg',
  initials: 'MT',
  chartId: 'MRN-1420007',
  aliases: ['Birdie', '+1 (312) 555-0142', 'brother Anselm'],
  shortForms: ['Maisie'],
}

// What finds nothing would let every paper pass.
test.each([
  ['May said so.', ['May']],
  ['Wrote to THORNBURY.', ['Thornbury']],
  ['told og', ['Og']],
  ['<p class="Birdie">', ['Birdie']],
  ['Maisie’s turn', ['Maisie']],
  ['next to MT, and M.T. agreed', ['MT', 'M.T.']],
  ['chart MRN-1420007', ['MRN-1420007']],
  ['call 555 0142 today', ['+1 (312) 555-0142']],
  ['met Anselm', ['Anselm']],
  ['She may call her brother; a birthday, 12:55 to 14:20.', []],
] as const)('%s', (text, traces) => {
  expect(findTraces(show(text), may, [])).toEqual(traces)
})

test('a word that is also of whoever a paper is about is theirs', () => {
  expect(findTraces(show('Maisie Marchetti, MT, M.T.'), may, ['Maisie Marchetti', 'MT'])).toEqual([])
})
