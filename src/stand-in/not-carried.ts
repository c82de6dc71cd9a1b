import type { EventEmitter } from 'node:events'
import { askedChannel } from './asked.ts'

/** What an app meets that uses a part of Electron which the stand-in does not have: never a silent no-op. */
export function notCarried(what: string): Error {
  return Object.assign(new Error(`${what} is not carried by the stand-in for Electron (src/stand-in)`), {
    code: 'ERR_NOT_CARRIED',
  })
}

/** What engines and test tools look for on any object: absent here as it is absent there. */
const probedByEngines = new Set([
  'then',
  'toJSON',
  '$$typeof',
  'asymmetricMatch',
  'nodeType',
  'domain',
  'inspect',
])

/** Some of an Electron object's members; those of an emitter are carried by being one. */
export type Part<Whole> = Partial<Omit<Whole, keyof EventEmitter>>

interface CarryOptions {
  /** What is told of a call's arguments to whoever watches what was asked. */
  readonly tell?: (method: string, args: readonly unknown[]) => readonly unknown[]
}

/**
 * The whole of an Electron object, of which the stand-in has a part: the rest throws by name when it is touched,
 * so that the part may be typed as the whole. Calls are published for tests of policy.
 */
export function carryOnly<Whole extends object>(
  name: string,
  part: Part<Whole>,
  { tell = (_method, args) => args }: CarryOptions = {},
): Whole {
  const proxy = new Proxy(part, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key)
      if (typeof key === 'symbol' || probedByEngines.has(key)) return value
      if (!(key in target)) throw notCarried(`${name}.${key}`)
      // What an emitter tells its listeners is not asked of Electron.
      if (typeof value !== 'function' || key === 'emit' || !askedChannel.hasSubscribers) return value
      return function asked(this: unknown, ...args: unknown[]): unknown {
        askedChannel.publish({ what: `${name}.${key}`, args: tell(key, args) })
        return Reflect.apply(value, this, args)
      }
    },
    set(target, key, value) {
      if (typeof key === 'string' && !(key in target)) throw notCarried(`${name}.${key} = …`)
      return Reflect.set(target, key, value)
    },
  })
  // The rest of the whole is the proxy's to refuse.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return proxy as object as Whole
}
