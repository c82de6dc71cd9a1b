import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode, encode } from '../../../src/stand-in/structured-value.ts'

const travel = (value: unknown): unknown => decode(JSON.parse(JSON.stringify(encode(value))))

describe('values between a window and main', () => {
  it('arrive as the structured clone algorithm would hand them on', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: false,
      withNullPrototype: false,
    })
    fc.assert(
      fc.property(anything, (value) => {
        expect(travel(value)).toEqual(structuredClone(value))
      }),
    )
  })

  it('may be bytes and errors', () => {
    expect(travel(new Uint8Array([0, 255]))).toEqual(new Uint8Array([0, 255]))
    expect(travel(Buffer.from('abc').subarray(1))).toEqual(new Uint8Array([98, 99]))
    expect(travel(new RangeError('too: far'))).toMatchObject({ name: 'RangeError', message: 'too: far' })
  })

  it('bring no prototype with them', () => {
    const hostile: unknown = JSON.parse('{"__proto__": {"isAdmin": true}}')
    expect(Object.getPrototypeOf(travel(hostile))).toBe(Object.prototype)
  })

  it.each([[() => 1], [Symbol('x')], [Promise.resolve()], [{ deep: [() => 1] }]])('are never %s', (value) => {
    expect(() => encode(value)).toThrow('An object could not be cloned.')
  })

  it('hold not themselves', () => {
    const loop: Record<string, unknown> = {}
    loop['self'] = loop
    expect(() => encode(loop)).toThrow('not carried')
    const shared = { a: 1 }
    expect(travel([shared, shared])).toEqual([shared, shared])
  })
})
