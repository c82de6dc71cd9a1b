import { noteIdSchema, type NoteId, type PersonId, type SessionId } from '../../src/shared/ids.ts'
import { canonicalJson } from '../../src/shared/canonical-json.ts'
import type { SignedText } from '../../src/shared/record/note.ts'
import type { AnyCommand } from '../../src/shared/session/commands.ts'
import { decide } from '../../src/shared/session/decide.ts'
import type { Stamp } from '../../src/shared/session/stamp.ts'
import type { SessionState } from '../../src/shared/session/state.ts'
import { commitTo, saltBytes } from '../../src/main/core/notes/commitment.ts'
import { insertRecordNote, type StoredNote } from '../../src/main/core/notes/note-repository.ts'
import { insertPrivateNote } from '../../src/main/core/private/private-note-repository.ts'
import { insertEvent } from '../../src/main/core/session/event-repository.ts'
import { beginSession, grow, type Grown } from '../../src/main/core/session/grow.ts'
import { projectSession } from '../../src/main/core/session/projection.ts'
import { saveProjection } from '../../src/main/core/session/projection-repository.ts'
import type { Signing } from '../../src/main/core/signing/append-signed.ts'
import {
  insertSignedText,
  type StoredSignedText,
} from '../../src/main/core/signing/signed-note-repository.ts'
import type { OpenVault } from '../../src/main/core/vault/open-vault.ts'
import type { Chance } from './chance.ts'

/**
 * Acts in one session as the console would: each command is decided by the session's own rules, and what it causes is
 * chained to the log. It is written whole at the end, in the transaction of whoever holds the session.
 */
export interface Scribe {
  readonly sessionId: SessionId
  state(): SessionState
  /** Lets time pass on the clocks of the room. */
  pass(ms: number): void
  /** From here on the clock shows another time, of another run of the console. */
  setTime(wallMs: number): void
  nowMs(): number
  /** Whether the rules let it happen. */
  try(command: AnyCommand): boolean
  /** What the rules must let happen. */
  act(command: AnyCommand): void
  recordNote(text: string): void
  keepPrivateNote(text: string): void
  closeFollowUp(mark: number, text: string, signedById: PersonId): void
  sign(signing: Signing, write: (signedAtMs: number) => SignedText): NoteId
  save(vault: OpenVault): number
}

export function createScribe(sessionId: SessionId, startMs: number, zone: string, chance: Chance): Scribe {
  const clock = createRoomClock(startMs, zone)
  let grown: Grown = { live: beginSession(sessionId, clock.read()), entries: [] }
  const notes: StoredNote[] = []
  const privateNotes: { noteId: NoteId; text: string }[] = []
  const signed: StoredSignedText[] = []

  function tryCommand(command: AnyCommand): boolean {
    const stamp = clock.read()
    const decision = decide(grown.live.state, command, stamp)
    if (!decision.ok) return false
    const added = grow({ live: grown.live, entries: [] }, decision.value, stamp)
    written.push(...added.entries)
    grown = added
    return true
  }
  const written: Grown['entries'][number][] = []

  function act(command: AnyCommand): void {
    if (!tryCommand(command)) throw new Error(`the rules refuse ${command.type}`)
  }

  function commit(text: string) {
    const noteId = noteIdSchema.parse(chance.uuid())
    const salt = chance.bytes(saltBytes)
    return { noteId, salt, commitment: commitTo(salt, text) }
  }

  return {
    sessionId,
    state: () => grown.live.state,
    pass: (ms) => clock.pass(ms),
    setTime: (wallMs) => clock.setTime(wallMs),
    nowMs: () => clock.read().wallMs,
    try: tryCommand,
    act,
    recordNote(text) {
      const { noteId, salt, commitment } = commit(text)
      act({ type: 'record-note', noteId, commitment })
      notes.push({ noteId, text, salt })
    },
    keepPrivateNote(text) {
      const noteId = noteIdSchema.parse(chance.uuid())
      act({ type: 'keep-private-note', noteId })
      privateNotes.push({ noteId, text })
    },
    closeFollowUp(mark, text, signedById) {
      const { noteId, salt, commitment } = commit(text)
      act({ type: 'close-follow-up', mark, noteId, commitment, signedById })
      notes.push({ noteId, text, salt })
    },
    sign(signing, write) {
      const body = canonicalJson(write(clock.read().wallMs))
      const { noteId, salt, commitment } = commit(body)
      act({ type: 'sign-note', ...signing, noteId, commitment })
      signed.push({ noteId, personId: signing.personId, body, salt })
      return noteId
    },
    save({ record, private: privateStore }) {
      for (const note of notes) insertRecordNote(record, sessionId, note)
      for (const text of signed) insertSignedText(record, sessionId, text)
      for (const { stored } of written) insertEvent(record, sessionId, stored)
      saveProjection(record, sessionId, projectSession(grown.live), null)
      for (const note of privateNotes) insertPrivateNote(privateStore, sessionId, note)
      return written.length
    },
  }
}

function createRoomClock(startMs: number, zone: string) {
  let [fromMs, passedMs] = [startMs, 0]
  return {
    pass(ms: number) {
      passedMs += Math.round(ms)
    },
    setTime(wallMs: number) {
      ;[fromMs, passedMs] = [Math.max(wallMs, fromMs + passedMs), 0]
    },
    read: (): Stamp => ({ wallMs: fromMs + passedMs, monoMs: passedMs, run: `grown-${fromMs}`, zone }),
  }
}
