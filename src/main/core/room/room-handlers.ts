import type { roomCalls } from '../../../shared/ipc/room-calls.ts'
import { succeed } from '../../../shared/result.ts'
import type { Handlers } from '../handler.ts'
import type { Room } from './room.ts'

export function roomHandlers(room: Room): Handlers<keyof typeof roomCalls> {
  return { 'room.read': () => succeed(room.view()) }
}
