import { contract, type CallName } from '../../../src/shared/ipc/contract.ts'
import { z } from '../../../src/shared/zod.ts'
import { besideName } from './fuzz-house.ts'
import { fill, type InputSources } from './fuzz-inputs.ts'
import { defOf, partsOf, type Schema } from './fuzz-schema.ts'

/** Texts that luck would seldom bring to every field: each means something to a database, a search, a path or a pattern. */
const scraps = [
  '%',
  '%zz',
  '%_',
  '100% of it',
  "'",
  '"',
  '\\',
  '*',
  'NEAR(',
  '-a',
  '$&',
  '(',
  '[',
  '\uD800 x',
] as const

/** Every call once, with an input that it takes. */
export function* askEach(
  names: readonly CallName[],
  sources: InputSources,
): Generator<readonly [CallName, unknown]> {
  for (const name of names) yield [name, fill(contract[name].input, sources)]
}

/** Every call with a text in it, with each scrap in every text field that takes it, and with a path that nothing may touch. */
export function* askWithScraps(
  names: readonly CallName[],
  sources: InputSources,
): Generator<readonly [CallName, unknown]> {
  const path = `${sources.folder}/${besideName}`
  for (const name of names) {
    const { input } = contract[name]
    if (!hasText(input)) continue
    for (const scrap of [...scraps, path, `file://${path}`]) {
      const text = (schema: Schema) => (z.safeParse(schema, scrap).success ? scrap : null)
      yield [name, fill(input, { ...sources, text })]
    }
  }
}

function hasText(schema: Schema): boolean {
  return defOf(schema).type === 'string' || partsOf(schema).some(([, part]) => hasText(part))
}
