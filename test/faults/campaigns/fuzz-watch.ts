import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { z } from '../../../src/shared/zod.ts'

/** What the console does to its computer while it is asked, seen from below it. */
export interface Watch {
  /** How often something was done with a path in the folder that nobody may touch, since this was asked last. */
  takeTouches(): number
  /** Whether a signed note or a logged event is otherwise than it was, or gone, since this was asked last. */
  hasRewritten(): boolean
  /** What was signed may go: charts were erased. */
  forget(): void
  end(): void
}

const fileCalls = [
  'accessSync',
  'access',
  'appendFileSync',
  'copyFileSync',
  'cpSync',
  'createReadStream',
  'createWriteStream',
  'existsSync',
  'lstatSync',
  'mkdirSync',
  'open',
  'openSync',
  'opendirSync',
  'readFile',
  'readFileSync',
  'readdirSync',
  'realpathSync',
  'renameSync',
  'rmSync',
  'statSync',
  'unlinkSync',
  'writeFile',
  'writeFileSync',
] as const
const promisedCalls = [
  'access',
  'copyFile',
  'open',
  'readFile',
  'readdir',
  'rm',
  'stat',
  'writeFile',
] as const

/** Watches the files and databases of this process until it is ended. `folder`: what no call may touch. */
export function watch(folder: string): Watch {
  let touches = 0
  const isStray = (path: unknown) => {
    const text = path instanceof URL ? path.pathname : Buffer.isBuffer(path) ? path.toString() : path
    return typeof text === 'string' && text.includes(folder)
  }
  const note = (path: unknown) => {
    if (isStray(path)) touches += 1
  }
  const restore = [
    ...fileCalls.map((name) => wrap(fs, name, note)),
    ...promisedCalls.map((name) => wrap(fs.promises, name, note)),
  ]
  syncBuiltinESMExports()
  const opened = new Set<Database.Database>()
  // Always called with its own `this`.
  // oxlint-disable-next-line typescript/unbound-method
  const { prepare } = Database.prototype
  Database.prototype.prepare = function watched(this: Database.Database, ...args: never[]) {
    opened.add(this)
    return Reflect.apply(prepare, this, args)
  } as typeof prepare
  let before = new Map<string, string>()
  return {
    takeTouches() {
      const taken = touches
      touches = 0
      return taken
    },
    hasRewritten() {
      for (const database of opened) if (!database.open) opened.delete(database)
      // A drill reads another one, beside the vault.
      const record = [...opened].find(({ name }) => name.endsWith(join('vault', 'record.db')))
      if (record === undefined) return false
      const now = new Map(queries.flatMap((query) => rowsOf(record, prepare, query)))
      const isSame = [...before].every(([key, row]) => now.get(key) === row)
      before = now
      return !isSame
    },
    forget: () => {
      before = new Map()
    },
    end() {
      Database.prototype.prepare = prepare
      for (const undo of restore) undo()
      syncBuiltinESMExports()
    },
  }
}

const rowSchema = z.object({ key: z.string(), line: z.string() })
const queries = [
  `SELECT note_id AS key, person_id || body || hex(salt) AS line FROM signed_note`,
  `SELECT session_id || ' ' || seq AS key, body || hex(hash) AS line FROM session_event`,
]

function rowsOf(database: Database.Database, prepare: typeof Database.prototype.prepare, query: string) {
  // What a query of the project's own makes is not read through the project's own code here.
  const statement: Database.Statement = Reflect.apply(prepare, database, [query])
  const rows: unknown[] = statement.all()
  return rows.map((row) => {
    const { key, line } = rowSchema.parse(row)
    return [key, line] as const
  })
}

function wrap(module: object, name: string, note: (path: unknown) => void): () => void {
  const original: unknown = Reflect.get(module, name)
  if (typeof original !== 'function') return () => undefined
  const watched = (...args: unknown[]): unknown => {
    note(args[0])
    return Reflect.apply(original, module, args)
  }
  Object.assign(module, { [name]: Object.assign(watched, original) })
  return () => void Object.assign(module, { [name]: original })
}
