/**
 * What contextBridge does, for two worlds of one page: they share the DOM and no object. The worlds talk through an
 * EventTarget that page scripts cannot reach; Chromium clones what an event carries from one world into the other.
 * The functions below run in both worlds: their text is all that gets there, so they refer to one another alone.
 */
export interface Bridge {
  ask(service: string, value: unknown): unknown
}

export type Services = Readonly<Record<string, (value: unknown) => unknown>>

/** A function or promise of one world, as the other knows it. */
type Held = ((...args: unknown[]) => unknown) | Promise<unknown>

interface Message {
  readonly turn: number
  readonly service: string
  readonly id?: number
  readonly value: Packed
}

export type Packed =
  | { readonly kind: 'plain'; readonly value: unknown }
  | { readonly kind: 'function' | 'promise'; readonly id: number }
  | { readonly kind: 'error'; readonly name: string; readonly message: string }
  | { readonly kind: 'list'; readonly items: readonly Packed[] }
  | { readonly kind: 'record'; readonly entries: readonly (readonly [string, Packed])[] }

/** Whether Chromium's clone of it is all that the other world needs. */
function isPlain(value: unknown): boolean {
  if (typeof value !== 'object' || value === null)
    return typeof value !== 'function' && typeof value !== 'symbol'
  if (Array.isArray(value)) return value.every(isPlain)
  const prototype: unknown = Object.getPrototypeOf(value)
  return (prototype === Object.prototype || prototype === null) && Object.values(value).every(isPlain)
}

function freezeAll(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return value
  for (const part of Object.values(value)) freezeAll(part)
  return Object.freeze(value)
}

function packValue(value: unknown, hold: (thing: Held) => number): Packed {
  if (typeof value === 'function') {
    return { kind: 'function', id: hold((...args) => Reflect.apply(value, undefined, args)) }
  }
  if (value instanceof Promise) return { kind: 'promise', id: hold(value) }
  if (value instanceof Error) return { kind: 'error', name: value.name, message: value.message }
  if (isPlain(value)) return { kind: 'plain', value }
  if (Array.isArray(value)) return { kind: 'list', items: value.map((item) => packValue(item, hold)) }
  const prototype: unknown =
    typeof value === 'object' && value !== null ? Object.getPrototypeOf(value) : undefined
  if (typeof value === 'object' && value !== null && (prototype === Object.prototype || prototype === null)) {
    return {
      kind: 'record',
      entries: Object.entries(value).map(([key, item]) => [key, packValue(item, hold)]),
    }
  }
  return { kind: 'plain', value: structuredClone(value) }
}

function unpackValue(
  packed: Packed,
  far: (service: string, id: number, args: unknown[]) => unknown,
): unknown {
  switch (packed.kind) {
    case 'plain':
      return freezeAll(packed.value)
    case 'function':
      return (...args: unknown[]) => far('call', packed.id, args)
    case 'promise':
      return new Promise((resolve, reject) => {
        far('settle', packed.id, [resolve, reject])
      })
    case 'error':
      return Object.assign(new Error(packed.message), { name: packed.name })
    case 'list':
      return Object.freeze(packed.items.map((item) => unpackValue(item, far)))
    case 'record':
      return Object.freeze(
        Object.fromEntries(packed.entries.map(([key, item]) => [key, unpackValue(item, far)])),
      )
  }
}

/** Each world calls this with its own name and the other's. */
function joinWorlds(link: EventTarget, mine: string, theirs: string, services: Services): Bridge {
  const held = new Map<number, Held>()
  let lastId = 0
  let lastTurn = 0
  const hold = (thing: Held): number => {
    lastId += 1
    held.set(lastId, thing)
    return lastId
  }
  const ask = (service: string, value: unknown, id?: number): unknown => {
    lastTurn += 1
    const answer = `${mine}-${lastTurn}`
    let packed: Packed | undefined
    const listen = (event: Event): void => {
      if (event instanceof CustomEvent) packed = event.detail
    }
    link.addEventListener(answer, listen, { once: true })
    const detail = { turn: lastTurn, service, id, value: packValue(value, hold) }
    link.dispatchEvent(new CustomEvent(theirs, { detail }))
    if (!packed) throw new TypeError('An object could not be cloned.')
    const result = unpackValue(packed, far)
    if (packed.kind === 'error') throw result
    return result
  }
  const far = (service: string, id: number, args: unknown[]): unknown => ask(service, args, id)
  link.addEventListener(mine, (event) => {
    if (!(event instanceof CustomEvent)) return
    const { turn, ...message }: Message = event.detail
    let detail: Packed
    try {
      detail = packValue(answerFarWorld(message, held, services, far), hold)
    } catch (error) {
      detail = packValue(error instanceof Error ? error : new Error(String(error)), hold)
    }
    link.dispatchEvent(new CustomEvent(`${theirs}-${turn}`, { detail }))
  })
  return { ask }
}

function answerFarWorld(
  { service, id, value }: Omit<Message, 'turn'>,
  held: Map<number, Held>,
  services: Services,
  far: (service: string, id: number, args: unknown[]) => unknown,
): unknown {
  const argument = unpackValue(value, far)
  if (id === undefined) return services[service]?.(argument)
  const thing = held.get(id)
  const args: readonly unknown[] = Array.isArray(argument) ? argument : []
  if (typeof thing === 'function') return thing(...args)
  held.delete(id)
  const [resolve, reject] = args
  if (typeof resolve !== 'function' || typeof reject !== 'function') return undefined
  void thing?.then(
    (outcome) => Reflect.apply(resolve, undefined, [outcome]),
    (error: unknown) => Reflect.apply(reject, undefined, [error]),
  )
  return undefined
}

export const bridgeText = [isPlain, freezeAll, packValue, unpackValue, joinWorlds, answerFarWorld]
  .map(String)
  .join('\n')

/** For the type checker: inside a window the functions stand beside the ones that use them. */
export type JoinWorlds = typeof joinWorlds
