import { useState } from 'react'

/** The earlier value for as long as a newer one says the same, so that what is made of it need not be made again. */
export function useKept<Value>(value: Value, isSame: (one: Value, other: Value) => boolean): Value {
  const [kept, setKept] = useState(value)
  if (kept === value || isSame(kept, value)) return kept
  setKept(value)
  return value
}
