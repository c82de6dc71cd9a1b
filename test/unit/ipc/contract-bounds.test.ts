import { expect, test } from 'vitest'
import { contract, isCallName } from '../../../src/shared/ipc/contract.ts'
import { inputShape, isFreeText, leavesOf } from '../../support/input-texts.ts'

const names = Object.keys(contract).filter(isCallName)

test.each(names)('%s: every text has an end, and every list', (name) => {
  const endless = leavesOf(inputShape(name)).filter(({ shape }) =>
    shape.type === 'array'
      ? shape.maxItems === undefined
      : isFreeText(shape) && shape.maxLength === undefined,
  )
  expect(endless.map(({ path }) => path)).toEqual([])
})

// Where a window may write what it likes. A line that is new here is to be looked at: nothing of it may become a path, an
// address, SQL or markup; `test/core/contract/texts-are-texts.test.ts` tries each.
test('the texts that may say anything are these', async () => {
  const lines = names.flatMap((name) =>
    leavesOf(inputShape(name))
      .filter(({ shape }) => isFreeText(shape))
      .map(({ path, shape }) => `${name} ${path} (${shape.maxLength})`),
  )
  await expect(`${[...new Set(lines)].toSorted().join('\n')}\n`).toMatchFileSnapshot('free-texts.txt')
})

test('no text is for a path, a file’s name, an address or a query', () => {
  const suspicious = names.flatMap((name) =>
    leavesOf(inputShape(name))
      .filter(({ path }) =>
        /(?:^|\.)(?:path|file|fileName|folder|dir|directory|url|href|html|sql|query)$/iu.test(path),
      )
      .map(({ path }) => `${name} ${path}`),
  )
  expect(suspicious).toEqual([])
})
