import * as ids from '../../../src/shared/ids.ts'
import { pinSchema } from '../../../src/shared/ipc/conceal-calls.ts'
import { secretSchema } from '../../../src/shared/ipc/vault-calls.ts'
import { z } from '../../../src/shared/zod.ts'
import type { Dice } from '../../properties/dice.ts'
import { junkText } from './fuzz-junk.ts'
import { boundsOf, defOf, type Schema } from './fuzz-schema.ts'

/** By the schema itself: what is the id of a person in one call is in another. */
const kinds: ReadonlySet<Schema> = new Set(Object.values(ids))
const keptIds = 40

/** The ids that were seen in answers, by what they are of. */
export type Pool = Map<Schema, string[]>

export interface InputSources {
  readonly dice: Dice
  readonly pool: Pool
  /** A path that nothing may touch. */
  readonly folder: string
  /** A passphrase, code or PIN that may be right. */
  readonly secret: () => string
  readonly nowMs: () => number
  /** A text for a field of this schema, in place of any that is made; null where none of its own fits. */
  readonly text?: (schema: Schema) => string | null
}

/** Makes what a schema takes: nearly always, for what two fields rule together is left to luck. */
export function fill(schema: Schema, sources: InputSources): unknown {
  const { dice } = sources
  const def = defOf(schema)
  switch (def.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(def.shape)
          .map(([key, inner]) => [key, fill(inner, sources)] as const)
          .filter(([, value]) => value !== undefined),
      )
    case 'optional':
    case 'default':
      return dice.oneIn(2) ? undefined : fill(def.innerType, sources)
    case 'nullable':
      return dice.oneIn(3) ? null : fill(def.innerType, sources)
    case 'array':
      return fillList(schema, def.element, sources)
    case 'union':
      return fill(def.options[dice.below(def.options.length)] ?? schema, sources)
    case 'enum':
      return pickOf(dice, Object.values(def.entries))
    case 'literal':
      return pickOf(dice, def.values)
    case 'boolean':
      return dice.oneIn(2)
    case 'number':
      return fillNumber(schema, sources)
    case 'string':
      return fillText(schema, sources)
    default:
      throw new Error(`No call took ${def.type} so far`)
  }
}

function fillList(schema: Schema, element: Schema, sources: InputSources): unknown[] {
  const { dice } = sources
  const [least, most] = boundsOf(schema, [0, 50])
  const usual = least + dice.below(Math.min(4, most - least + 1))
  const length = dice.oneIn(150) ? Math.min(most, 300) : usual
  return Array.from({ length }, () => fill(element, sources))
}

function fillNumber(schema: Schema, { dice, nowMs }: InputSources): number {
  const [least, most] = boundsOf(schema, [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER])
  if (dice.oneIn(12)) return dice.oneIn(2) ? least : most
  if (dice.oneIn(3) && most > 2 ** 40) return nowMs() + dice.below(2 ** 31) - 2 ** 30
  const from = Math.max(0, least)
  const whole = from + dice.below(Math.min(100, most - from + 1))
  return z.int().safeParse(most).success ? whole : Math.min(most, whole + dice.below(100) / 100)
}

const plainTexts = [
  'Ana',
  'AB',
  '18:30',
  '07:00',
  '2026-01-05',
  '2009-06-30',
  'High-risk evenings',
  'C-17',
  '#3',
] as const
const fitting = new WeakMap<Schema, readonly string[]>()

function fillText(schema: Schema, { dice, pool, folder, secret, text: ownText }: InputSources): string {
  if (kinds.has(schema)) return idOf(schema, dice, pool)
  const own = ownText?.(schema) ?? null
  if (own !== null) return own
  if (schema === secretSchema) return secret()
  if (schema === pinSchema) return dice.pick(['1234', '1234', '4321', '00000000'])
  if (dice.oneIn(2)) {
    const text = junkText(dice, folder)
    if (z.safeParse(schema, text).success) return text
  }
  const known = fitting.get(schema) ?? plainTexts.filter((text) => z.safeParse(schema, text).success)
  fitting.set(schema, known)
  return known[dice.below(known.length)] ?? ''
}

/** Mostly one of its kind, and a late one; else one that is of something else, or of nothing. */
function idOf(kind: Schema, dice: Dice, pool: Pool): string {
  const own = pool.get(kind) ?? []
  if (own.length > 0 && !dice.oneIn(8)) {
    const from = dice.oneIn(2) ? Math.max(0, own.length - 3) : 0
    return own[from + dice.below(own.length - from)] ?? ''
  }
  const all = [...pool.values()].flat()
  const unknown = `00000000-0000-4000-8000-${String(dice.below(10 ** 9)).padStart(12, '0')}`
  return dice.oneIn(3) ? unknown : (all[dice.below(all.length)] ?? unknown)
}

function pickOf<Item>(dice: Dice, items: readonly Item[]): Item | undefined {
  return items[dice.below(items.length)]
}

/** Keeps the ids of an answer. */
export function harvest(schema: Schema, value: unknown, pool: Pool): void {
  if (kinds.has(schema)) return keep(schema, value, pool)
  const def = defOf(schema)
  if (def.type === 'optional' || def.type === 'default' || def.type === 'nullable')
    harvest(def.innerType, value, pool)
  else if (def.type === 'union') for (const option of def.options) harvest(option, value, pool)
  else if (def.type === 'array' && Array.isArray(value))
    for (const item of value.slice(0, keptIds)) harvest(def.element, item, pool)
  else if (def.type === 'object' && typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) {
      const shape = def.shape[key]
      if (shape !== undefined) harvest(shape, inner, pool)
    }
}

function keep(kind: Schema, value: unknown, pool: Pool): void {
  if (typeof value !== 'string') return
  const known = pool.get(kind) ?? []
  if (known.includes(value)) return
  pool.set(kind, [...known, value].slice(-keptIds))
}
