/* oxlint-disable no-await-in-loop -- one call after the other */
import { contract, isCallName, type CallName } from '../../../../src/shared/ipc/contract.ts'
import * as ids from '../../../../src/shared/ids.ts'
import { z } from '../../../../src/shared/zod.ts'
import type { Dice } from '../../../properties/dice.ts'
import { fill, type Pool } from '../fuzz-inputs.ts'
import { defOf, partsOf, type Schema } from '../fuzz-schema.ts'
import { isPrivate, type Words } from './words.ts'

// They close the vault, end the session that others need, or wait for somebody in a dialog of the computer's own.
const leftOut: ReadonlySet<CallName> = new Set([
  'vault.lock',
  'vault.create',
  'vault.unlock',
  'session.discard',
])
/** An input is made so often until each of its fields had a text: which of several shapes it takes is luck. */
const maxTries = 1_000
const idKinds: ReadonlySet<Schema> = new Set(Object.values(ids))

/** Words that a text field of the contract takes, the longest first; none where it takes figures, days or times alone. */
function textOf(schema: Schema, words: Words, name: CallName): string | null {
  const isOwn = isPrivate(name) || /private/.test(name)
  const word = isOwn ? words.private : words.record
  // Long enough for a passphrase, and never the right one.
  const candidates = [`meadow ${word} lantern`, word, words.short]
  return candidates.find((text) => z.safeParse(schema, text).success) ?? null
}

interface Pass {
  readonly words: Words
  readonly dice: Dice
  readonly pool: Pool
  readonly ask: (name: CallName, input: unknown) => Promise<unknown>
  /** Types the right passphrase, which forgives the wrong ones: the fifth of them in a row would lock the vault. */
  readonly forgive: () => Promise<unknown>
}

/**
 * Asks every call of the contract that takes a text with a word in each of its text fields, through the page as its screens
 * do. Answers how many fields that were, and the calls with a field that no text came to.
 */
export async function typeThroughContract({ words, dice, pool, ask, forgive }: Pass) {
  const missed: string[] = []
  let count = 0
  for (const name of Object.keys(contract)) {
    if (!isCallName(name) || leftOut.has(name)) continue
    const fields = textFieldsOf(contract[name].input).filter((field) => textOf(field, words, name) !== null)
    const left = new Set(fields)
    for (let tries = 0; left.size > 0 && tries < maxTries; tries += 1) {
      const before = left.size
      const text = (schema: Schema) => {
        const found = textOf(schema, words, name)
        if (found !== null) left.delete(schema)
        return found
      }
      const secret = () => `meadow ${words.private} lantern`
      const sources = { dice, pool, folder: '/nowhere', secret, nowMs: () => Date.now(), text }
      const input = fill(contract[name].input, sources)
      if (left.size < before && isWrongSecret(await ask(name, input))) await forgive()
    }
    count += new Set(fields).size - left.size
    if (left.size > 0) missed.push(name)
  }
  return { count, missed }
}

function isWrongSecret(answer: unknown): boolean {
  return JSON.stringify(answer).includes('"code":"wrong-secret"')
}

function textFieldsOf(schema: Schema): readonly Schema[] {
  if (idKinds.has(schema)) return []
  if (defOf(schema).type === 'string') return [schema]
  return partsOf(schema).flatMap(([, part]) => textFieldsOf(part))
}
