import type { PushName, Pushes } from '../../shared/ipc/pushes.ts'

/** Tells every window something. */
export type Push = <Name extends PushName>(name: Name, push: Pushes[Name]) => void
