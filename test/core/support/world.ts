/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seeFolder as seeFolderHere, type SeeFolder } from '../../../src/main/core/backup/lookout.ts'
import { createCore, type Core, type LeftByCore } from '../../../src/main/core/create-core.ts'
import { systemRandom } from '../../../src/main/core/effects.ts'
import type { CoreCallName, CoreSettings } from '../../../src/main/core/protocol.ts'
import { floor, type Strength } from '../../../src/main/core/vault/slot-key.ts'
import type { GroupId, PersonId, SessionId } from '../../../src/shared/ids.ts'
import {
  contract,
  type Answer,
  type InputOf,
  type OutputOf,
  type ParsedInputOf,
} from '../../../src/shared/ipc/contract.ts'
import type { Failure } from '../../../src/shared/ipc/failure.ts'
import type { PushName, Pushes } from '../../../src/shared/ipc/pushes.ts'
import type { Response, SharedPart } from '../../../src/shared/record/debrief.ts'
import type { Result } from '../../../src/shared/result.ts'
import type { Command } from '../../../src/shared/session/commands.ts'
import { proposeRecoveryCode } from '../../../src/shared/vault/recovery-code.ts'
import { definitely, groupDraft, memberDraft } from './drafts.ts'
import { createSimulatedClock, type SimulatedClock } from './simulated-clock.ts'

export { definitely, groupDraft, memberDraft }

export const passphrase = 'quiet harbour winter lantern'
export const recoveryCode = proposeRecoveryCode(systemRandom.bytes)

type Pushed = { [Name in PushName]: { readonly name: Name; readonly push: Pushes[Name] } }[PushName]

/** A real core on a real folder, with a clock that the test moves. */
export interface World {
  readonly folder: string
  readonly paths: CoreSettings
  readonly clock: SimulatedClock
  readonly core: Core
  readonly pushed: Pushed[]
  /** Asks like a window: the input goes through the contract first. */
  ask<Name extends CoreCallName>(name: Name, input: InputOf<Name>): Promise<Answer<Name>>
  /** Asks for what cannot fail. */
  get<Name extends CoreCallName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>>
  close(): Promise<void>
}

export function createWorld(
  chooseStrength = async (): Promise<Strength> => floor,
  seeFolder = seeFolderHere,
): World {
  const folder = mkdtempSync(join(tmpdir(), 'circlekeeper-test-'))
  const clock = createSimulatedClock()
  const pushed: Pushed[] = []
  const paths = {
    vaultDir: join(folder, 'vault'),
    exportsDir: join(folder, 'exports'),
    preferencesPath: join(folder, 'preferences.json'),
  }
  const core = createCore({
    clock,
    random: systemRandom,
    paths,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    push: (name, push) => void pushed.push({ name, push } as Pushed),
    chooseStrength,
    seeFolder,
  })
  const ask: World['ask'] = async (name, input) => {
    const parsed = contract[name].input.safeParse(input)
    // Name and input belong together by the line above.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    if (parsed.success) return core.call(name, parsed.data as ParsedInputOf<typeof name>)
    const fields = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), rule: message }))
    return { ok: false, error: { code: 'bad-input', fields } }
  }
  return {
    folder,
    paths,
    clock,
    core,
    pushed,
    ask,
    get: async (name, input) => valueOf(await ask(name, input)),
    async close() {
      await core.run('shut-down', null)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A world whose vault was just created by its author, and is open. */
export async function createOpenWorld(
  chooseStrength?: () => Promise<Strength>,
  seeFolder?: SeeFolder,
): Promise<World> {
  const world = createWorld(chooseStrength, seeFolder)
  await world.get('vault.create', {
    passphrase,
    recoveryCode,
    author: { name: 'Dana Reyes', initials: 'DR', credentials: 'LCSW' },
    clinic: 'Harbour Clinic',
  })
  return world
}

/** Another core on the same files and by the same clock, which goes on with what one before it has left. */
export function createNextCore(
  { clock, paths }: Pick<World, 'clock' | 'paths'>,
  left: LeftByCore | null,
): Core {
  return createCore(
    { clock, random: systemRandom, paths, push: () => undefined, chooseStrength: async () => floor },
    // As it travels from one process to the other.
    structuredClone(left),
  )
}

export const emptyShared: SharedPart = { interventions: [], groupProcess: '', plan: '', homePractice: '' }

/** What is written about a member; nothing but what is given. */
export function responseOf(personId: PersonId, written: Partial<Response> = {}): Response {
  return { personId, response: '', plan: '', format: null, namesPhases: true, goals: [], ...written }
}

export interface Prepared {
  readonly groupId: GroupId
  readonly memberIds: readonly PersonId[]
  readonly leadId: PersonId
  readonly sessionId: SessionId
  /** Acts in this session, and expects it not to be refused. */
  readonly act: (command: Command) => Promise<OutputOf<'session.act'>>
}

let groups = 0

/** Prepares the first session of a new group. */
export async function prepareSession(world: World, memberCount = 3): Promise<Prepared> {
  groups += 1
  const { groupId } = await world.get('roster.create-group', { ...groupDraft, name: `Group ${groups}` })
  const memberIds: PersonId[] = []
  for (let index = 0; index < memberCount; index += 1) {
    const draft = { ...memberDraft, preferredName: `Member ${index + 1}` }
    memberIds.push((await world.get('roster.create-member', { groupId, draft })).personId)
  }
  const { facilitators } = await world.get('roster.read', {})
  const leadId = definitely(facilitators.find(({ isAuthor }) => isAuthor)).id
  const { sessionId } = await world.get('session.prepare', {
    groupId,
    topic: 'High-risk evenings',
    leadId,
    coLeadIds: [],
    plannedStartMs: null,
  })
  return {
    groupId,
    memberIds,
    leadId,
    sessionId,
    act: (command) => world.get('session.act', { sessionId, command }),
  }
}

/** Prepares a session in which everyone has come and which runs. */
export async function startSession(world: World, memberCount = 3): Promise<Prepared> {
  const prepared = await prepareSession(world, memberCount)
  await prepared.act({ type: 'arrive-all' })
  await prepared.act({ type: 'start', end: 'full-length' })
  return prepared
}

export function valueOf<Value>(result: Result<Value, Failure>): Value {
  if (result.ok) return result.value
  throw new Error(`unexpected failure: ${JSON.stringify(result.error)}`)
}
