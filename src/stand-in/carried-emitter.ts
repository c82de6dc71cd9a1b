import { EventEmitter } from 'node:events'
import { notCarried } from './not-carried.ts'

/** An emitter that refuses a listener for an event which it would never emit although Electron does. */
export function createCarriedEmitter(name: string, events: readonly string[]): EventEmitter {
  const carried = new Set(events)
  const emitter = new EventEmitter()
  emitter.on('newListener', (event) => {
    if (typeof event === 'string' && !carried.has(event) && event !== 'removeListener') {
      throw notCarried(`the event '${event}' of ${name}`)
    }
  })
  return emitter
}

export interface PreventableEvent {
  readonly defaultPrevented: boolean
  preventDefault(): void
}

/** An event as Electron hands it to listeners: what it says, and a way to prevent what would follow. */
export function createEvent<Details extends object>(details: Details): Details & PreventableEvent {
  let defaultPrevented = false
  const event: PreventableEvent = {
    get defaultPrevented() {
      return defaultPrevented
    },
    preventDefault() {
      defaultPrevented = true
    },
  }
  return Object.assign(event, details)
}
