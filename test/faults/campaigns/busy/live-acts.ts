import type { SessionId } from '../../../../src/shared/ids.ts'
import type { Command } from '../../../../src/shared/session/commands.ts'
import { markSchema } from '../../../../src/shared/session/vocabulary.ts'
import type { Dice } from '../../../properties/dice.ts'
import { ask, type Desk } from './desk.ts'

/** Does something in a session that runs. */
export async function actInRoom(desk: Desk, sessionId: SessionId): Promise<void> {
  const { inside, dice } = desk
  const turn = dice.below(20)
  if (turn < 9) await command(desk, sessionId)
  else if (turn < 13) await noteForRecord(desk, sessionId)
  else if (turn < 16) await noteForOneself(desk, sessionId)
  else if (turn < 17) await moveNote(desk, sessionId)
  else if (turn < 19) await inside?.beat()
  else await end(desk, sessionId)
}

type Choice = readonly [Command, Readonly<Record<string, unknown>>]

async function command(desk: Desk, sessionId: SessionId): Promise<void> {
  const { dice, memberIds, measureId } = desk
  const personId = dice.pick(memberIds)
  const mark = markSchema.options[dice.below(markSchema.options.length)] ?? 'shared'
  const value = dice.below(11)
  const minutes = 1 + dice.below(9)
  const [chosen, event] = pickOne(dice, [
    [
      { type: 'give-floor', personId },
      { type: 'floor.given', personId },
    ],
    [
      { type: 'release-floor', personId },
      { type: 'floor.released', personId },
    ],
    [
      { type: 'mark', personId, mark },
      { type: 'mark.made', personId, mark },
    ],
    [
      { type: 'record-check-in', personId, moment: 'start', measureId, value },
      { type: 'check-in.recorded', personId, measureId, value },
    ],
    [
      { type: 'extend-session', minutes },
      { type: 'session.extended', minutes },
    ],
    [{ type: 'undo' }, { type: 'event.undone' }],
  ])
  await ask(desk, 'session.act', { sessionId, command: chosen }, { events: [event] })
}

function pickOne(dice: Dice, choices: readonly [Choice, ...Choice[]]): Choice {
  return dice.pick(choices)
}

async function noteForRecord(desk: Desk, sessionId: SessionId): Promise<void> {
  const text = desk.word()
  const place = `note/${sessionId}/`
  const part = { events: [{ type: 'note.recorded' }], adds: [[place, text] as [string, string]] }
  await ask(desk, 'session.record-note', { sessionId, text }, part, (note) => ({
    facts: [[`${place}${note.noteId}`, note.text]],
  }))
}

async function noteForOneself(desk: Desk, sessionId: SessionId): Promise<void> {
  const text = desk.word()
  const place = `private/${sessionId}/`
  const part = {
    events: [{ type: 'private-note.kept' }],
    adds: [[place, text] as [string, string]],
    isWhole: false,
  }
  const kept = await ask(desk, 'session.keep-private-note', { sessionId, text }, part, (note) => ({
    facts: [[`${place}${note.noteId}`, note.text]],
  }))
  if (kept !== null) desk.privateIds.push(kept.noteId)
}

async function moveNote(desk: Desk, sessionId: SessionId): Promise<void> {
  const fromId = desk.privateIds.at(-1)
  if (fromId === undefined) return
  const text = desk.word()
  const place = `note/${sessionId}/`
  const part = {
    events: [{ type: 'note.recorded' }, { type: 'private-note.moved', fromId }],
    adds: [[place, text] as [string, string]],
  }
  await ask(desk, 'note.move', { sessionId, fromId, text }, part, (note) => ({
    facts: [[`${place}${note.noteId}`, note.text]],
  }))
}

async function end(desk: Desk, sessionId: SessionId): Promise<void> {
  const part = { events: [{ type: 'session.ended' }, { type: 'floor.released' }] }
  const ended = await ask(desk, 'session.act', { sessionId, command: { type: 'end' } }, part)
  // Its beginning was taken back.
  if (ended === null) return beginSession(desk, sessionId)
  desk.running = null
  desk.ended = sessionId
}

/** Prepares the next session, or takes up the one that is prepared, and begins it. */
export async function beginSession(desk: Desk, prepared: SessionId | null): Promise<void> {
  const sessionId = prepared ?? (await prepare(desk))
  if (sessionId === null) return
  const arrived = { events: [{ type: 'member.arrived' }] }
  await ask(desk, 'session.act', { sessionId, command: { type: 'arrive-all' } }, arrived)
  const start: Command = { type: 'start', end: 'full-length' }
  const started = {
    events: [{ type: 'session.started' }, { type: 'agenda.replanned' }, { type: 'phase.entered' }],
  }
  await ask(desk, 'session.act', { sessionId, command: start }, started)
  desk.running = sessionId
  desk.privateIds = []
}

async function prepare(desk: Desk): Promise<SessionId | null> {
  const { groupId, leadId } = desk
  const input = { groupId, topic: '', leadId, coLeadIds: [], plannedStartMs: null }
  // Whoever leads is there.
  const part = { events: [{ type: 'session.prepared' }, { type: 'member.arrived' }] }
  const prepared = await ask(desk, 'session.prepare', input, part)
  return prepared?.sessionId ?? null
}
