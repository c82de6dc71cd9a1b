import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { formatDocument, hashName, takeFormat, type SaidFormat } from './said-format.ts'
import { canonical } from './said-members.ts'

/** An event as it lies in a log: what happened, and all that the event says of it. */
export interface ReadEvent {
  readonly seq: number
  readonly type: string
  readonly body: ReadonlyMap<string, unknown>
}

type Row = Readonly<Record<string, unknown>>

/**
 * A session's log, in its order. Throws where a number is missing, a text is not canonical, or the chain of hashes does not
 * hold from the first event to the last.
 */
export function readLog(
  record: DatabaseSync,
  sessionId: string,
  { sessionLog: said }: SaidFormat = takeFormat(formatDocument),
): ReadEvent[] {
  const [session = '', number = '', text = '', hash = ''] = said.columns
  const select = `SELECT * FROM ${said.table} WHERE ${session} = ? ORDER BY ${number}`
  let before = digest(said.hash, `${said.before}${sessionId}`)
  return record
    .prepare(select)
    .all(sessionId)
    .map((row, index) => {
      const body = String(row[text])
      const event: unknown = JSON.parse(body)
      const [seqName = '', actName = ''] = said.event
      const seq = Number(row[number])
      if (seq !== index + 1 || Object(event)[seqName] !== seq) throw new Error(`no event ${index + 1}`)
      if (canonical(event) !== body) throw new Error(`event ${seq} is not canonical`)
      expectMembers(event, [seqName, actName, 'stamp', 'body'])
      expectMembers(Object(event).stamp, said.stamp)
      before = digest(said.hash, before, body)
      if (!before.equals(bytesOf(row[hash]))) throw new Error(`the chain breaks at event ${seq}`)
      const what = new Map(Object.entries(Object(Object(event).body)))
      return { seq, type: String(what.get('type')), body: what }
    })
}

/**
 * The texts that a log commits to, by the type of their event, those aside that were erased with somebody's chart. Throws where
 * one is missing, is another or is too much.
 */
export function readCommitted(
  record: DatabaseSync,
  events: readonly ReadEvent[],
  { sessionLog: said }: SaidFormat = takeFormat(formatDocument),
): ReadonlyMap<string, readonly string[]> {
  const texts = new Map<string, string[]>()
  const [noteName = '', commitment = '', hash = ''] = said.committed
  const [personName = '', personColumn = ''] = said.person
  const [erased = '', erasedNames = ''] = said.erased
  const gone = new Set(
    events
      .filter(({ type }) => type === erased)
      .flatMap(({ body }) => Object.values(Object(body.get(erasedNames))).map(String)),
  )
  for (const [text = '', table = '', salt = '', ...types] of [[...said.notes, said.closing], said.signed]) {
    const rows = record.prepare(`SELECT * FROM ${table} WHERE note_id = ?`)
    for (const { seq, type, body } of events.filter((event) => types.includes(event.type))) {
      const row: Row | undefined = rows.get(String(body.get(noteName)))
      const isGone = gone.has(String(body.get(noteName)))
      if (isGone !== (row === undefined)) throw new Error(`the text of event ${seq} is missing, or too much`)
      if (row === undefined) continue
      const written = String(row[text])
      const made = digest(hashName(hash), bytesOf(row[salt]), written).toString('hex')
      const isTheirs = table !== said.signed[1] || String(row[personColumn]) === body.get(personName)
      if (made !== body.get(commitment) || !isTheirs) throw new Error(`the text of event ${seq} is another`)
      texts.set(type, [...(texts.get(type) ?? []), written])
    }
  }
  return texts
}

/** The words that the follow-ups of scales were closed with. Throws where one is not what was committed to. */
export function readScaleClosings(
  record: DatabaseSync,
  { scaleClosing: said }: SaidFormat = takeFormat(formatDocument),
): string[] {
  const select = `SELECT * FROM ${said.table} JOIN ${said.opened} USING (${said.column})`
  return record
    .prepare(select)
    .all()
    .map((row) => {
      const signed = Object.fromEntries(said.members.map((name) => [name, row[columnOf(name)]]))
      const made = digest(said.hash, bytesOf(row['salt']), canonical(signed)).toString('hex')
      if (made !== row[said.commitment]) throw new Error('a closing is not what was committed to')
      return String(row['text'])
    })
}

function columnOf(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** The private notes that a log speaks of. Throws where one is missing. */
export function readPrivateNotes(
  database: DatabaseSync,
  events: readonly ReadEvent[],
  { sessionLog: said }: SaidFormat = takeFormat(formatDocument),
): string[] {
  const [text = '', table = '', type = ''] = said.privateNotes
  const [noteId = ''] = said.committed
  const rows = database.prepare(`SELECT * FROM ${table} WHERE note_id = ?`)
  return events
    .filter((event) => event.type === type)
    .map(({ seq, body }) => {
      const written = rows.get(String(body.get(noteId)))?.[text]
      if (typeof written !== 'string') throw new Error(`the note of event ${seq} is missing`)
      return written
    })
}

function expectMembers(value: unknown, names: readonly string[]): void {
  const here = Object.keys(Object(value)).toSorted()
  if (canonical(here) !== canonical(names.toSorted()))
    throw new Error(`not as the document says: ${here.join()}`)
}

function digest(hash: string, ...parts: readonly (string | Uint8Array)[]): Buffer {
  const made = createHash(hash)
  for (const part of parts) made.update(part)
  return made.digest()
}

function bytesOf(value: unknown): Uint8Array {
  if (!(value instanceof Uint8Array)) throw new Error('no bytes')
  return value
}
