import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useEffectEvent, useState } from 'react'
import type { Answer, CallName, InputOf, OutputOf } from '../../shared/ipc/contract.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import type { PushName, Pushes } from '../../shared/ipc/pushes.ts'
import { fail } from '../../shared/result.ts'
import { noteDamage } from '../mend/damage-told.ts'
import { isKeptAfterReading } from './forgotten-reads.ts'
import { staleAfter } from './stale-reads.ts'

/** Makes one call. Never rejects for anything expected: a bridge that is gone is a failure like the others. */
export async function call<Name extends CallName>(name: Name, input: InputOf<Name>): Promise<Answer<Name>> {
  try {
    const answer = await window.api.invoke(name, input)
    if (!answer.ok) noteDamage(answer.error)
    return answer
  } catch {
    return fail({ code: 'core-gone' })
  }
}

export type Read<Value> =
  | { readonly status: 'reading' }
  | { readonly status: 'failed'; readonly failure: Failure; readonly retry: () => void }
  | { readonly status: 'ready'; readonly value: Value }

/**
 * What a call that reads has answered. It is read once, and again when `useAct` has changed it. A value that was shown
 * stays shown if reading it again fails: nothing that somebody is looking at is taken away.
 */
export function useRead<Name extends CallName>(name: Name, input: InputOf<Name>): Read<OutputOf<Name>> {
  const query = useQuery<OutputOf<Name>>({
    queryKey: [name, input],
    queryFn: () => readOrThrow(name, input),
    ...(isKeptAfterReading(name) ? {} : { gcTime: 0 }),
  })
  if (query.data !== undefined) return { status: 'ready', value: query.data }
  if (query.error !== null) {
    return { status: 'failed', failure: failureOf(query.error), retry: () => void query.refetch() }
  }
  return { status: 'reading' }
}

// React Query knows a failed read only as a rejected promise; the failure travels as its cause.
async function readOrThrow<Name extends CallName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>> {
  const answer = await call(name, input)
  if (!answer.ok) throw new Error(answer.error.code, { cause: answer.error })
  return answer.value
}

function failureOf(error: Error): Failure {
  return isFailure(error.cause) ? error.cause : { code: 'core-gone' }
}

function isFailure(cause: unknown): cause is Failure {
  return typeof cause === 'object' && cause !== null && 'code' in cause
}

export interface Act {
  /** Makes the call; what it changed is read again before this resolves. */
  readonly act: <Name extends CallName>(name: Name, input: InputOf<Name>) => Promise<Answer<Name>>
  readonly isBusy: boolean
  /** The last act's failure; null after a success. */
  readonly failure: Failure | null
  readonly forget: () => void
}

/** Calls that change something, with the failure of the last one at hand. `act` and `forget` never change. */
export function useAct(): Act {
  const queries = useQueryClient()
  const [pendingCount, setPendingCount] = useState(0)
  const [failure, setFailure] = useState<Failure | null>(null)
  const act = useCallback<Act['act']>(
    async (name, input) => {
      setPendingCount((count) => count + 1)
      const answer = await call(name, input)
      if (answer.ok) await readAgain(queries, name)
      setPendingCount((count) => count - 1)
      setFailure(answer.ok ? null : answer.error)
      return answer
    },
    [queries],
  )
  const forget = useCallback(() => setFailure(null), [])
  return { act, isBusy: pendingCount > 0, failure, forget }
}

/** Reads that ask for nothing in particular. */
type AheadName =
  | 'conceal.read'
  | 'roster.current'
  | 'session.current'
  | 'record-rules.read'
  | 'comments.unread'
  | 'follow-up.list-open'
  | 'hours.short'

/** Long enough for a page that is about to come. What is not to be kept is read again by the next one. */
const aheadMs = 2_000

/** Reads what a page that comes next will ask for, all at once: part after part would ask only when it is there. */
export function readAhead(queries: QueryClient, names: readonly AheadName[]): void {
  for (const name of names)
    void queries.prefetchQuery({
      queryKey: [name, {}],
      queryFn: () => readOrThrow(name, {}),
      ...(isKeptAfterReading(name) ? {} : { gcTime: aheadMs }),
    })
}

/** Marks as stale what `name` has changed, and reads again what is on the screen. */
export async function readAgain(queries: QueryClient, name: CallName): Promise<void> {
  const stale = [...staleAfter(name)]
  await Promise.all(stale.map((changed) => queries.invalidateQueries({ queryKey: [changed] })))
}

/** Listens to the core for as long as the component is there. */
export function usePush<Name extends PushName>(name: Name, listener: (push: Pushes[Name]) => void): void {
  const onPush = useEffectEvent(listener)
  useEffect(() => window.api.on(name, (push) => onPush(push)), [name])
}
