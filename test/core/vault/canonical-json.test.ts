import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../src/shared/canonical-json.ts'
import { z } from '../../../src/shared/zod.ts'

describe('canonical JSON', () => {
  it('sorts keys by code unit at every depth and writes no blanks', () => {
    expect(canonicalJson({ b: [1, { z: null, a: true }], a: 'é', B: -0 })).toBe(
      '{"B":0,"a":"é","b":[1,{"a":true,"z":null}]}',
    )
  })

  it('sorts as RFC 8785 shows it', () => {
    // The example of RFC 8785, section 3.2.3.
    const keys = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 }
    const order = ['\\r', '1', '\u0080', '\u00f6', '\u20ac', '\u{1f600}', '\ufb33']
    const text = canonicalJson(keys)
    expect(order.map((key) => text.indexOf(`"${key}"`))).toEqual(
      order.map((key) => text.indexOf(`"${key}"`)).toSorted((a, b) => a - b),
    )
    expect(order.every((key) => text.includes(`"${key}":`))).toBe(true)
  })

  it('does not depend on the order in which an object was filled, and loses nothing', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()), (value) => {
        const json = z.record(z.string(), z.json()).parse(JSON.parse(JSON.stringify(value)))
        const turned = Object.fromEntries(Object.entries(json).toReversed())
        expect(canonicalJson(turned)).toBe(canonicalJson(json))
        expect(JSON.parse(canonicalJson(json))).toEqual(json)
      }),
    )
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses %s', (value) => {
    expect(() => canonicalJson({ value })).toThrow(TypeError)
  })
})
