import { describe, expect, it } from 'vitest'
import { noteState, noteThatMatters } from '../../../src/renderer/member/note-that-matters.ts'
import { groupIdSchema, personIdSchema, sessionIdSchema } from '../../../src/shared/ids.ts'
import type { MemberNote } from '../../../src/shared/ipc/member-calls.ts'
import { defaultRecordRules } from '../../../src/shared/record/record-rules.ts'

const dayMs = 86_400_000
const now = { wallMs: Date.UTC(2026, 10, 18, 0, 5), zone: 'America/Chicago' }
const basis = { rules: defaultRecordRules, now }

function note(daysAgo: number, rest: Partial<MemberNote> = {}): MemberNote {
  const startedAtMs = now.wallMs - daysAgo * dayMs
  return {
    sessionId: sessionIdSchema.parse(crypto.randomUUID()),
    groupId: groupIdSchema.parse(crypto.randomUUID()),
    startedAtMs,
    endedAtMs: startedAtMs + 5_400_000,
    hasRisk: false,
    hasDraft: false,
    signedAtMs: startedAtMs + dayMs,
    awaitingCount: 0,
    amendedCount: 0,
    ...rest,
  }
}

const unsigned = { signedAtMs: null }

describe('the note that matters', () => {
  it('is of the session of an open follow-up before all others', () => {
    const [newest, ofRisk, overdue] = [note(1), note(9, { hasRisk: true }), note(30, unsigned)]
    const followUp = {
      sessionId: ofRisk.sessionId,
      groupId: ofRisk.groupId,
      mark: 3,
      personId: personIdSchema.parse(crypto.randomUUID()),
      openedAtMs: ofRisk.startedAtMs,
      ownerId: null,
    }
    const next = noteThatMatters([newest, ofRisk, overdue], [followUp], basis)
    expect(next).toEqual({ note: ofRisk, act: 'open' })
  })

  it('is the oldest overdue one, then one to sign, then one that awaits a co-signature, then the newest', () => {
    const [newest, awaiting, draft] = [note(1), note(2, { awaitingCount: 1 }), note(1, unsigned)]
    const [overdue, longOverdue] = [note(10, unsigned), note(20, unsigned)]
    expect(noteThatMatters([newest, draft, awaiting, overdue, longOverdue], [], basis)?.note).toBe(
      longOverdue,
    )
    expect(noteThatMatters([newest, draft, awaiting], [], basis)).toEqual({ note: draft, act: 'finish' })
    expect(noteThatMatters([newest, awaiting], [], basis)).toEqual({ note: awaiting, act: 'open' })
    expect(noteThatMatters([newest, note(2)], [], basis)?.note).toBe(newest)
    expect(noteThatMatters([], [], basis)).toBeNull()
  })
})

describe('how far a note has come', () => {
  it('is what presses most', () => {
    expect(noteState(note(1, unsigned), basis)).toBe('draft')
    expect(noteState(note(10, unsigned), basis)).toBe('overdue')
    expect(noteState(note(3, { awaitingCount: 1, amendedCount: 1 }), basis)).toBe('awaiting')
    expect(noteState(note(3, { amendedCount: 2 }), basis)).toBe('amended')
    expect(noteState(note(3), basis)).toBe('signed')
  })
})
