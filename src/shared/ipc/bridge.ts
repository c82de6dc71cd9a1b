import type { Answer, CallName, InputOf } from './contract.ts'
import type { PushName, Pushes } from './pushes.ts'

/** All that a page can reach of the console: `window.api`. */
export interface Bridge {
  invoke<Name extends CallName>(name: Name, input: InputOf<Name>): Promise<Answer<Name>>
  /** Returns a function that ends the subscription. */
  on<Name extends PushName>(name: Name, listener: (push: Pushes[Name]) => void): () => void
}
