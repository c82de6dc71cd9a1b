import { expect, it } from 'vitest'
import { findMembers } from '../../../src/renderer/care/find-members.ts'

const people = ['Ana María', 'Zoë', 'محمد علي', 'Ben'].map((preferredName, index) => ({
  preferredName,
  chartId: `HS-10${index}`,
}))
const namesFor = (typed: string) => findMembers(people, typed).found.map(({ preferredName }) => preferredName)

it('finds by the beginning of any word of a name in any script, or of a chart id, and nobody for nothing', () => {
  expect(namesFor('mar')).toEqual(['Ana María'])
  expect(namesFor('zoë'.normalize('NFD'))).toEqual(['Zoë'])
  expect(namesFor('عل')).toEqual(['محمد علي'])
  expect(namesFor(' hs-103 ')).toEqual(['Ben'])
  expect(namesFor('e')).toEqual([])
  expect(namesFor(' ')).toEqual([])
})

it('shows a few of many, and says that there are more', () => {
  const many = Array.from({ length: 1_500 }, (_, index) => ({ preferredName: `Sam ${index}`, chartId: '' }))
  expect(findMembers(many, 'sam')).toMatchObject({ isMore: true })
  expect(findMembers(many, 'sam').found).toHaveLength(8)
  expect(findMembers(many, 'sam 1499').found).toHaveLength(1)
})
