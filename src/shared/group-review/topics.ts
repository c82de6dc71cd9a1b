import type { SessionId } from '../ids.ts'

export interface TopicOfSession {
  readonly sessionId: SessionId
  readonly number: number
  readonly topic: string
  readonly startedAtMs: number
}

/** A topic with the sessions that it was the topic of, newest first. */
export interface CoveredTopic {
  /** As it was written last. */
  readonly topic: string
  readonly sessions: readonly Omit<TopicOfSession, 'topic'>[]
}

/** The topics of sessions, what was covered last at the top; case and spaces make no other topic. */
export function topicsCovered(sessions: readonly TopicOfSession[]): readonly CoveredTopic[] {
  const newest = sessions
    .filter(({ topic }) => keyOf(topic) !== '')
    .toSorted((a, b) => b.startedAtMs - a.startedAtMs || b.number - a.number)
  return [...Map.groupBy(newest, ({ topic }) => keyOf(topic)).values()].map((times) => ({
    topic: times[0]?.topic ?? '',
    sessions: times.map(({ sessionId, number, startedAtMs }) => ({ sessionId, number, startedAtMs })),
  }))
}

function keyOf(topic: string): string {
  return topic.normalize('NFC').trim().replaceAll(/\s+/gu, ' ').toLowerCase()
}
