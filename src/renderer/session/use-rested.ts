import { useEffect, useState } from 'react'

/** A value once it has stayed the same for so long; with no time to wait, as it is. */
export function useRested<Value>(value: Value, restMs: number): Value {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs)
    return () => clearTimeout(timer)
  }, [value, restMs])
  return restMs === 0 ? value : rested
}
