/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { basename, join, relative } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CoreCallName } from '../../../src/main/core/protocol.ts'
import { contract, isCallName, type InputOf } from '../../../src/shared/ipc/contract.ts'
import { inputShape, isFreeText, leavesOf } from '../../support/input-texts.ts'
import { createReviewedWorld, type ReviewedWorld } from '../reviewer/reviewed-world.ts'
import { passphrase, startSession, type World } from '../support/world.ts'
import { fillShape } from './fill-shape.ts'

let world: World
let reviewed: ReviewedWorld
/** In no name of a file and in no word of ours. */
const marker = `hostile-${crypto.randomUUID().slice(0, 8)}`
const hidden = 'what-stands-in-the-decoy'

beforeAll(async () => {
  reviewed = await createReviewedWorld()
  ;({ world } = reviewed)
  await reviewed.unlock()
  writeFileSync(join(world.folder, 'decoy.txt'), hidden)
  mkdirSync(join(world.folder, 'empty'))
})
afterAll(() => world.close())

/** What would do something if it were taken for a path, an address, SQL, markup or a command. */
function hostileTexts(): string[] {
  const path = join(world.folder, 'empty', marker)
  return [
    path,
    join(world.folder, 'decoy.txt'),
    `../../../../../../..${path}`,
    `..\\..\\${marker}`,
    `file://${join(world.folder, 'decoy.txt')}`,
    `https://${marker}.example/?q=1`,
    `'); DROP TABLE member; DELETE FROM session; --${marker}`,
    `" OR 1=1 UNION SELECT sql FROM sqlite_schema --${marker}`,
    `x'; ATTACH DATABASE '${path}' AS a; --`,
    `<img src="x" onerror="globalThis['${marker}']=1"><script>${marker}</script>`,
    `$(touch ${path}) \`touch ${path}\` | touch ${path}`,
    `=cmd|' /C ${marker}'!A0`,
    `{"$ref":"${marker}","__proto__":{"isAdmin":true}}`,
  ]
}

// A secret goes through Argon2id and no further, and each try takes its time.
const isSecret = (path: string) => /(?:secret|passphrase|recoveryCode)$/i.test(path)

const texted = Object.keys(contract)
  .filter(isCallName)
  .filter((name) => contract[name].needs !== 'nothing')
  .filter((name) =>
    leavesOf(inputShape(name)).some(({ path, shape }) => isFreeText(shape) && !isSecret(path)),
  )
// Those that print are main's: their texts are in `export.note-bundle` as well. So is an agenda's draft, which no core hears of.
const tried = texted
  .filter((name) => !name.startsWith('export.') || name.includes('bundle'))
  .filter((name) => name !== 'agenda.keep-draft')

/** What the ids in an input stand for: most acts are about a session that runs, writing is about one that is over. */
async function createIds(): Promise<(call: string, key: string) => string> {
  const { session: over, memberId, noteId } = reviewed
  const { sessionId, groupId, leadId } = await startSession(world)
  const { measureId } = await world.get('measures.create', { name: 'Rest', better: 'higher' })
  const { goalId } = await world.get('goals.set', { personId: memberId, text: 'To sleep' })
  const known: Readonly<Record<string, string>> = {
    sessionId,
    groupId,
    leadId,
    measureId,
    goalId,
    amends: noteId,
    noteId,
  }
  const isOver = /^(?:debrief|note|comments|export|follow-up|disclosures)\./
  return (call, key) => {
    if (key === 'personId' && call.includes('facilitator')) return leadId
    if (key === 'personId' || key === 'ownerId') return key === 'personId' ? memberId : leadId
    if (key === 'sessionId' && isOver.test(call)) return over.sessionId
    return known[key] ?? crypto.randomUUID()
  }
}

const numbers: Readonly<Record<string, number>> = { lengthMinutes: 90, capacity: 12, weekday: 2 }

it('no text of any call names a file, an address or a command: none is a path, a URL, SQL or markup to the core', async () => {
  const ids = await createIds()
  const before = filesOf(world.folder)
  const others = before.filter((path) => !path.startsWith(world.paths.vaultDir))
  const contents = others.map((path) => readFileSync(path, 'hex'))
  const answered = new Map<string, number>()
  const heard: string[] = []
  for (const text of hostileTexts()) {
    for (const name of tried) {
      for (const input of fillShape(inputShape(name), {
        text,
        idOf: (key) => ids(name, key),
        numberOf: (key) => numbers[key],
      })) {
        // What does not fit is refused by the same schema as in the console.
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion
        const answer = await world.ask(name as CoreCallName, input as InputOf<CoreCallName>)
        if (answer.ok) answered.set(name, (answered.get(name) ?? 0) + 1)
        heard.push(JSON.stringify(answer))
      }
    }
  }
  // Most of them were done, and not only refused.
  expect(tried.filter((name) => !answered.has(name)).length).toBeLessThan(tried.length / 3)
  expect(heard.filter((answer) => answer.includes(hidden))).toEqual([])
  // What was named is there, and nobody has written into it.
  expect(others.length).toBeGreaterThan(0)
  expect(others.map((path) => readFileSync(path, 'hex'))).toEqual(contents)
  // Documents have names of ours, in the folder of ours.
  const isDocument = (path: string) =>
    /^\d{4}-\d\d-\d\d-[\w-]+\.json$/.test(relative(world.paths.exportsDir, path))
  const more = filesOf(world.folder).filter((path) => !before.includes(path))
  expect(more.filter((path) => !isDocument(path) || path.includes(marker))).toEqual([])
  for (const folder of [tmpdir(), homedir(), process.cwd(), join(world.folder, '..'), '/'])
    expect(readdirSync(folder).filter((name) => name.includes(marker))).toEqual([])
})

it('and all of it is there again, letter by letter, in a vault that is whole', async () => {
  const names = hostileTexts().map((text) => text.slice(0, 80))
  for (const name of names)
    await world.get('roster.create-facilitator', { name, initials: 'H', credentials: '' })
  await world.get('vault.lock', {})
  await world.get('vault.unlock', { kind: 'passphrase', secret: passphrase })
  const { facilitators } = await world.get('roster.read', {})
  expect(facilitators.map(({ name }) => name)).toEqual(expect.arrayContaining(names))
  await world.get('privacy.check-log', {})
  for (;;) {
    const state = await world.get('privacy.log-check', {})
    if (state.stage === 'idle') return expect(state.last).toMatchObject({ brokenCount: 0 })
    await new Promise(setImmediate)
  }
})

/** Paths of files, but for what SQLite keeps beside a database. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/-(?:wal|journal)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, basename(entry.name)))
}
