import type { CallName } from '../../src/shared/ipc/contract.ts'
import { contract } from '../../src/shared/ipc/contract.ts'
import { z } from '../../src/shared/zod.ts'

/** A part of a call's input, as JSON Schema tells it: as far as these tests ask. */
export interface Shape {
  readonly type?: string
  readonly properties?: Readonly<Record<string, Shape>>
  readonly items?: Shape
  readonly prefixItems?: readonly Shape[]
  readonly additionalProperties?: Shape | boolean
  readonly propertyNames?: Shape
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
  readonly allOf?: readonly Shape[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly format?: string
  readonly pattern?: string
  readonly maxLength?: number
  readonly minLength?: number
  readonly maxItems?: number
  readonly minItems?: number
  readonly minimum?: number
  readonly exclusiveMinimum?: number
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Shape>>
}

/** What a window sends for a call, before it is parsed. */
export function inputShape(name: CallName): Shape {
  // A schema of ours is what JSON Schema makes of it.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return z.toJSONSchema(contract[name].input, { io: 'input', reused: 'inline' }) as Shape
}

/** One place in an input that holds text, or a list. */
export interface Leaf {
  /** `draft.aliases[].name`. */
  readonly path: string
  readonly shape: Shape
}

/** Every place in an input that holds text or a list, alternatives included. */
export function leavesOf(shape: Shape, path = ''): Leaf[] {
  const own = shape.type === 'string' || shape.type === 'array' ? [{ path, shape }] : []
  const inside = [
    ...Object.entries(shape.properties ?? {}).map(
      ([key, part]) => [path === '' ? key : `${path}.${key}`, part] as const,
    ),
    ...[...(shape.anyOf ?? []), ...(shape.oneOf ?? []), ...(shape.allOf ?? [])].map(
      (part) => [path, part] as const,
    ),
    ...[shape.items, ...(shape.prefixItems ?? [])].flatMap((part) =>
      part === undefined ? [] : [[`${path}[]`, part] as const],
    ),
    ...(typeof shape.additionalProperties === 'object'
      ? [[`${path}{}`, shape.additionalProperties] as const]
      : []),
  ]
  return [...own, ...inside.flatMap(([where, part]) => leavesOf(part, where))]
}

/** Digits in a form that is given: a time of day, a PIN. */
const isDigits = /^\^[\\d[\]0-9|(){},:-]+\$$/

/** A text that may say anything: no choice of words that are given, no id, and no form of digits. */
export function isFreeText({ type, enum: choices, const: only, format, pattern = '' }: Shape): boolean {
  return (
    type === 'string' &&
    choices === undefined &&
    only === undefined &&
    format === undefined &&
    !isDigits.test(pattern)
  )
}
