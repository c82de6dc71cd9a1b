/* oxlint-disable no-underscore-dangle -- where Zod keeps what a schema is made of, and means others to look */
import type { z } from '../../../src/shared/zod.ts'

export type Schema = z.core.$ZodType

export function defOf(schema: Schema): z.core.$ZodTypes['_zod']['def'] {
  // Zod's own advice for walking a schema: every schema that it makes is one of these.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return (schema as z.core.$ZodTypes)._zod.def
}

/** The least and the most that a number, or the length of a list, may be. */
export function boundsOf(schema: Schema, usual: readonly [number, number]): readonly [number, number] {
  let [least, most] = usual
  for (const check of defOf(schema).checks ?? []) {
    // Likewise.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const { def } = (check as z.core.$ZodChecks)._zod
    if (def.check === 'greater_than') least = Number(def.value)
    else if (def.check === 'less_than') most = Number(def.value)
    else if (def.check === 'min_length') least = def.minimum
    else if (def.check === 'max_length') most = def.maximum
    else if (def.check === 'length_equals') least = most = def.length
  }
  return [least, most]
}

/** What stands in what: the schemas directly inside of a schema, with their key where they have one. */
export function partsOf(schema: Schema): readonly (readonly [key: string | null, part: Schema])[] {
  const def = defOf(schema)
  switch (def.type) {
    case 'optional':
    case 'default':
    case 'nullable':
      return [[null, def.innerType]]
    case 'array':
      return [[null, def.element]]
    case 'union':
      return def.options.map((option) => [null, option])
    case 'object':
      return Object.entries(def.shape)
    default:
      return []
  }
}
