import { holdSessionOfTen, signTenNotes } from '../support/drive-notes.ts'
import { expect, test } from './fixtures.ts'

test('ten notes are written and signed in at most 60 keys beyond the sentences', async ({
  page,
  timepiece,
}) => {
  test.slow()
  await holdSessionOfTen(page, timepiece)
  const keyCount = await signTenNotes(page, (title, work) => test.step(title, work))
  console.log(`debrief-keys ${keyCount}`)
  expect(keyCount).toBeLessThanOrEqual(60)
  await expect(page.getByRole('button', { name: /: signed$/ })).toHaveCount(10)
})
