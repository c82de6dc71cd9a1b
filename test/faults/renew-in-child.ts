import { randomBytes } from 'node:crypto'
import { readFileSync, writeSync } from 'node:fs'
import type { AuthorKeys } from '../../src/main/core/vault/key-slots.ts'
import { bothStores, renewKeys } from '../../src/main/core/vault/renew-keys.ts'

// A console that makes all keys new, and dies on the way where it is told to, or when somebody kills it.
const [, , folder = '', drawn = ''] = process.argv
const { keys, newKeys, oldHeader, header } = JSON.parse(readFileSync(drawn, 'utf8'))
const revive = ({ root, record, private: privateKey }: Record<keyof AuthorKeys, string>): AuthorKeys => ({
  root: Buffer.from(root, 'hex'),
  record: Buffer.from(record, 'hex'),
  private: Buffer.from(privateKey, 'hex'),
})

if (process.env['SAYS_WHEN'] !== undefined) writeSync(1, 'begun')
Object.assign(globalThis, { isChangingKey: true })
const renewed = await renewKeys({
  folder,
  fresh: { keys: revive(keys), newKeys: revive(newKeys), oldHeader, header },
  plan: { stores: bothStores, alter: null, last: () => undefined },
  randomBytes,
  onBytes: () => undefined,
  pause: () => new Promise((resolve) => void setImmediate(resolve)),
  goesOn: () => true,
})
Object.assign(globalThis, { isChangingKey: false })
const wasFull: unknown = Reflect.get(globalThis, 'wasFull')
writeSync(1, renewed.ok ? 'renewed' : renewed.error.code)
if (wasFull === true) writeSync(1, ' full')
