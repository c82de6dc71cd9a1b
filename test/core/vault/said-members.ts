import type { Member, SaidFormat } from './said-format.ts'

export interface Wrapped {
  readonly nonce: string
  readonly sealed: string
}

export interface Slot {
  readonly argon2id: {
    readonly lanes: number
    readonly memoryKiB: number
    readonly passes: number
    readonly salt: string
  }
  readonly id: string
  readonly kind: string
  readonly personId?: string
  readonly privateKey?: Wrapped
  readonly recordKey?: Wrapped
  readonly slotKey?: Wrapped
}

export interface VaultHeader {
  readonly checksum: string
  readonly computer?: { readonly id: string; readonly root: Wrapped }
  readonly format: string
  readonly mac: string
  readonly privateKey?: Wrapped
  readonly recordKey?: Wrapped
  readonly slots: readonly Slot[]
  readonly vaultId: string
  readonly version: number
}

export interface BackupLabel {
  readonly checksum: string
  readonly facts: Readonly<Record<string, number | null>>
  readonly files: Readonly<Record<string, unknown>>
  readonly format: string
  readonly mac: string
  readonly schema: number
  readonly vaultId: string
  readonly version: number
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, sorted(member)]),
  )
}

/** Canonical JSON, made here in another way than the program makes it. */
export function canonical(value: unknown): string {
  return JSON.stringify(sorted(value))
}

/** Whether what was read from a file has the members that the document's tables give it, and no other. */
export const fits = {
  header(value: unknown, { header: said, versions }: SaidFormat): value is VaultHeader {
    const header = membersOf(value)
    const version = Number(header.get('version'))
    const [oldest = 0, newest = 0] = versions
    const slots = header.get('slots')
    return (
      header.get('format') === said.format &&
      version >= oldest &&
      version <= newest &&
      isMadeOf(header, said.members, { version, kind: '' }, said.wrapped) &&
      Array.isArray(slots) &&
      slots.every((slot) => isSlot(membersOf(slot), version, said))
    )
  },
  label(value: unknown, { backup: said }: SaidFormat): value is BackupLabel {
    const label = membersOf(value)
    const isOurs = label.get('format') === said.format && label.get('version') === said.version[0]
    const facts = [...membersOf(label.get('facts')).keys()].toSorted()
    const areSaid = canonical(facts) === canonical(said.facts.toSorted())
    return isOurs && areSaid && isMadeOf(label, said.members, { version: 0, kind: '' }, [])
  },
}

type Members = ReadonlyMap<string, unknown>
interface Place {
  readonly version: number
  readonly kind: string
}

function membersOf(value: unknown): Members {
  return new Map(Object.entries(Object(value)))
}

function isSlot(slot: Members, version: number, said: SaidFormat['header']): boolean {
  const inside = [...membersOf(slot.get('argon2id'))]
  const flat = new Map([...slot, ...inside.map(([name, value]) => [`argon2id.${name}`, value] as const)])
  flat.delete('argon2id')
  const [memoryKiB, passes, lanes] = ['memoryKiB', 'passes', 'lanes'].map((name) =>
    Number(flat.get(`argon2id.${name}`)),
  )
  const work = [memoryKiB ?? 0, passes ?? 0, lanes ?? 0]
  if (work.some((asked, index) => asked < (said.floor[index] ?? Infinity))) return false
  if (work.some((asked, index) => asked > (said.ceiling[index] ?? 0))) return false
  const kind = String(slot.get('kind'))
  const [passphrase, recovery, fromVersion, reviewer] = said.kinds
  const isKnown =
    kind === passphrase || kind === recovery || (kind === reviewer && version >= Number(fromVersion))
  return isKnown && isMadeOf(flat, said.slot, { version, kind }, said.wrapped)
}

/** `wrapped`: what an object consists of that is a wrapped key; the computer's slot holds one. */
function isMadeOf(
  value: Members,
  rows: readonly Member[],
  place: Place,
  wrapped: readonly Member[],
): boolean {
  const due = rows.filter((row) => isDue(row, place))
  const isWhole = due.every(({ type, name }) => isOf(type, value.get(name)))
  const areKeysWhole = due
    .filter(({ type }) => type === 'object' && wrapped.length > 0)
    .map(({ name }) =>
      membersOf(name === 'computer' ? membersOf(value.get(name)).get('root') : value.get(name)),
    )
    .every(
      (key) => key.size === wrapped.length && wrapped.every(({ name, type }) => isOf(type, key.get(name))),
    )
  return value.size === due.length && isWhole && areKeysWhole
}

/** Whether a member is there in this version, or in a slot of this kind: its row begins with when. */
function isDue({ meaning }: Member, { version, kind }: Place): boolean {
  const [, ofAll = '', fromWhich = ''] =
    /in version (\d) of every slot, from version (\d) of a reviewer's alone/.exec(meaning) ?? []
  if (ofAll !== '') return version === Number(ofAll) || (version >= Number(fromWhich) && kind === 'reviewer')
  const [, from = ''] = /^from version (\d)/.exec(meaning) ?? []
  if (from !== '') return version >= Number(from)
  const [, alone = ''] = /^in version (\d) alone/.exec(meaning) ?? []
  if (alone !== '') return version === Number(alone)
  if (meaning.startsWith("of a reviewer's slot alone")) return kind === 'reviewer'
  if (meaning.startsWith("of an author's slot")) return kind !== 'reviewer'
  return true
}

function isOf(type: string, value: unknown): boolean {
  const bytes = Number(/, (\d+) bytes/.exec(type)?.[1])
  const written = typeof value === 'string' ? value : ''
  switch (type.split(/[, ]/)[0]) {
    case 'hex':
      return new RegExp(`^[0-9a-f]{${bytes * 2}}$`).test(written)
    case 'Base64':
      return Buffer.from(written, 'base64').length === bytes && isBase64(written)
    case 'UUID':
      return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(written)
    case 'integer':
      return Number.isInteger(value)
    case 'string':
      return typeof value === 'string'
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
    case 'array': {
      const [, least, most] = /of (\d+) to (\d+)/.exec(type) ?? []
      return Array.isArray(value) && value.length >= Number(least) && value.length <= Number(most)
    }
    default:
      throw new Error(`the document has a type that is not explained: ${type}`)
  }
}

function isBase64(written: string): boolean {
  return Buffer.from(written, 'base64').toString('base64') === written
}
