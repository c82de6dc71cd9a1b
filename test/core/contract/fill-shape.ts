import { isFreeText, type Shape } from '../../support/input-texts.ts'

interface Filling {
  /** What stands in every text that may say anything, cut to its length. */
  readonly text: string
  /** An id by the name of its field. */
  readonly idOf: (key: string) => string
  /** A number that is taken, by the name of its field; undefined for the least that may be. */
  readonly numberOf: (key: string) => number | undefined
}

/** Inputs of a shape: each alternative in it is in one of them at least. */
export function fillShape(shape: Shape, filling: Filling, key = ''): unknown[] {
  const alternatives = shape.anyOf ?? shape.oneOf
  if (alternatives !== undefined) return alternatives.flatMap((part) => fillShape(part, filling, key))
  if (shape.const !== undefined) return [shape.const]
  if (shape.enum !== undefined) return [shape.enum[0]]
  switch (shape.type) {
    case 'object':
      return zip(
        Object.entries(shape.properties ?? {}).map(
          ([name, part]) => [name, fillShape(part, filling, name)] as const,
        ),
      )
    case 'array':
      return [
        (shape.items === undefined ? [] : fillShape(shape.items, filling, key)).slice(0, shape.maxItems),
      ]
    case 'string':
      return [fillText(shape, filling, key)]
    case 'integer':
    case 'number':
      return [filling.numberOf(key) ?? shape.minimum ?? 1]
    case 'boolean':
      return [true]
    default:
      return [null]
  }
}

function fillText(shape: Shape, { text, idOf }: Filling, key: string): string {
  if (isFreeText(shape)) return text.slice(0, shape.maxLength)
  if (shape.format === 'uuid') return idOf(key)
  if (shape.format === 'date') return '2026-01-05'
  return shape.pattern?.includes(':') === true ? '18:00' : '482913'
}

/** As many objects as the field with the most alternatives has; the others go round. */
function zip(fields: readonly (readonly [string, readonly unknown[]])[]): unknown[] {
  const count = Math.max(1, ...fields.map(([, values]) => values.length))
  return Array.from({ length: count }, (_, index) =>
    Object.fromEntries(fields.map(([name, values]) => [name, values[index % values.length]])),
  )
}
