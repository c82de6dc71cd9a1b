/** An expected outcome: a value, or a failure that the caller has words for. Exceptions are bugs, never outcomes. */
export type Result<Value, Failure> = Success<Value> | { readonly ok: false; readonly error: Failure }

interface Success<Value> {
  readonly ok: true
  readonly value: Value
}

export function succeed<Value>(value: Value): Success<Value> {
  return { ok: true, value }
}

export function fail<Failure>(error: Failure): { readonly ok: false; readonly error: Failure } {
  return { ok: false, error }
}
