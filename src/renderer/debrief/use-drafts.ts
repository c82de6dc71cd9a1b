import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { NoteId, PersonId, SessionId } from '../../shared/ids.ts'
import type { AmendmentDraft, Debrief } from '../../shared/ipc/debrief-calls.ts'
import type { Response, SharedPart } from '../../shared/record/debrief.ts'
import { succeed } from '../../shared/result.ts'
import { call, readAgain } from '../app/api.ts'
import { useSaveBeforeLock } from '../app/lock.ts'
import type { DraftTexts } from './draft-texts.ts'
import { afterDelay, createSaver, type Saver } from './saver.ts'

/** All texts of one debrief while its screen is open. They outlast the opening and closing of single notes. */
export interface Drafts {
  readonly sessionId: SessionId
  /** What the session was about. It stands in the log, not in the shared part, but is written with it. */
  readonly topic: Saver<string>
  readonly shared: Saver<SharedPart>
  readonly response: (personId: PersonId) => Saver<Response>
  /** What is being added to a signed note. */
  readonly amendment: (amends: NoteId) => Saver<AmendmentDraft>
  /** Saves everything that is waiting. True when all of it is on disk. */
  readonly flush: () => Promise<boolean>
}

function createTopic(sessionId: SessionId, topic: string): Saver<string> {
  let kept = topic
  return createSaver(topic, {
    save: async (text) => {
      const next = text.trim()
      if (next === kept) return succeed([])
      const answer = await call('session.act', { sessionId, command: { type: 'set-topic', topic: next } })
      if (answer.ok) kept = next
      return answer
    },
    later: afterDelay,
    savesAtRest: false,
  })
}

/** A text for each of many, made when it is first asked for. */
function createSavers<Id, Value>(create: (id: Id) => Saver<Value>) {
  const savers = new Map<Id, Saver<Value>>()
  return {
    of: (id: Id): Saver<Value> => {
      const saver = savers.get(id) ?? create(id)
      savers.set(id, saver)
      return saver
    },
    flush: async (): Promise<boolean> => {
      const saved = await Promise.all(Array.from(savers.values(), (saver) => saver.flush()))
      return saved.every(Boolean)
    },
  }
}

function createDrafts(sessionId: SessionId, debrief: Debrief, topicInLog: string): Drafts {
  const topic = createTopic(sessionId, topicInLog)
  const shared = createSaver(debrief.shared, {
    save: (part) => call('debrief.save-shared', { sessionId, shared: part }),
    later: afterDelay,
  })
  const responses = createSavers((personId: PersonId) => {
    const written = debrief.responses.find((entry) => entry.personId === personId)
    return createSaver<Response>(
      written ?? { personId, response: '', plan: '', format: null, namesPhases: true, goals: [] },
      {
        save: (text) => call('debrief.save-response', { sessionId, response: text }),
        later: afterDelay,
      },
    )
  })
  const amendments = createSavers((amends: NoteId) => {
    const begun = debrief.amendments.find((entry) => entry.amends === amends)
    return createSaver<AmendmentDraft>(begun ?? { amends, kind: 'addendum', text: '' }, {
      save: (amendment) => call('debrief.save-amendment', { sessionId, amendment }),
      later: afterDelay,
    })
  })
  const flush = async () => {
    const saved = await Promise.all([topic.flush(), shared.flush(), responses.flush(), amendments.flush()])
    return saved.every(Boolean)
  }
  return { sessionId, topic, shared, response: responses.of, amendment: amendments.of, flush }
}

/** Nothing waits for its rest when the window goes, is hidden, or is about to be locked. */
export function useDrafts(sessionId: SessionId, debrief: Debrief, topic: string): Drafts {
  const queries = useQueryClient()
  const [drafts] = useState(() => createDrafts(sessionId, debrief, topic))
  useSaveBeforeLock(drafts.flush)
  useEffect(() => {
    const flush = () => void drafts.flush()
    window.addEventListener('pagehide', flush)
    document.addEventListener('visibilitychange', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      document.removeEventListener('visibilitychange', flush)
      void drafts.flush().then(() => readAgain(queries, 'debrief.save-response'))
    }
  }, [drafts, queries])
  return drafts
}

/** All texts of one member's note, as the screen has them. */
export function textsOf(drafts: Drafts, personId: PersonId): DraftTexts {
  return {
    topic: drafts.topic.value(),
    shared: drafts.shared.value(),
    response: drafts.response(personId).value(),
    amendment: '',
  }
}

/** Writes those of them that are others now. */
export function changeTexts(drafts: Drafts, personId: PersonId, texts: DraftTexts): void {
  const { topic, shared, response } = textsOf(drafts, personId)
  if (texts.topic !== topic) drafts.topic.change(texts.topic)
  if (texts.shared !== shared) drafts.shared.change(texts.shared)
  if (texts.response !== response) drafts.response(personId).change(texts.response)
}

/** The text and its state, renewed with every edit and every answer. */
export function useSaver<Value>(saver: Saver<Value>) {
  const value = useSyncExternalStore(saver.subscribe, saver.value)
  const status = useSyncExternalStore(saver.subscribe, saver.status)
  return { value, status }
}

/** Renews a component with any of several texts: for counts over all of them. */
export function useAnyChange(savers: readonly Pick<Saver<never>, 'subscribe'>[]): void {
  const [, renew] = useState(0)
  const bump = useCallback(() => renew((count) => count + 1), [])
  useEffect(() => {
    const ends = savers.map((saver) => saver.subscribe(bump))
    return () => {
      for (const end of ends) end()
    }
  }, [savers, bump])
}
