import { EventEmitter } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Bridge } from '../../../src/shared/ipc/bridge.ts'

const path = join(import.meta.dirname, '../../../out/preload/index.cjs')
const isBuilt = existsSync(path)
if (!isBuilt) process.stderr.write('The preload is not built (npm run build), so its tests are skipped.\n')

/** Runs the built file as a sandbox would: with a `require` that has nothing but electron. */
function load() {
  const exposed = new Map<string, Bridge>()
  const channel = new EventEmitter()
  const invoked: unknown[][] = []
  const electron = {
    contextBridge: { exposeInMainWorld: (key: string, api: Bridge) => exposed.set(key, api) },
    ipcRenderer: Object.assign(channel, {
      async invoke(...args: unknown[]) {
        invoked.push(args)
        return 'answer'
      },
    }),
  }
  const required: string[] = []
  const sandboxRequire = (name: string) => {
    required.push(name)
    if (name !== 'electron') throw new Error(`module not found: ${name}`)
    return electron
  }
  // oxlint-disable-next-line typescript/no-implied-eval
  new Function('require', 'exports', 'module', readFileSync(path, 'utf8'))(sandboxRequire, {}, {})
  const api = exposed.get('api')
  if (api === undefined) throw new Error('nothing exposed')
  return { api, exposed, required, invoked, channel }
}

describe.skipIf(!isBuilt)('the built preload', () => {
  test('asks for electron alone', () => {
    expect([...new Set(load().required)]).toEqual(['electron'])
    expect(readFileSync(path, 'utf8').match(/\brequire\((?!["']electron["']\))|\bimport\(/g)).toBeNull()
  })

  test('exposes invoke and on, and nothing else', () => {
    const { api, exposed } = load()
    expect([...exposed.keys()]).toEqual(['api'])
    expect(Object.keys(api).toSorted()).toEqual(['invoke', 'on'])
  })

  test('every call goes by one channel', async () => {
    const { api, invoked } = load()
    expect(await api.invoke('vault.access', {})).toBe('answer')
    expect(invoked).toEqual([['call', 'vault.access', {}]])
  })

  test('a listener gets its own pushes, never the event, until it stops listening', () => {
    const { api, channel } = load()
    const heard: unknown[][] = []
    const stop = api.on('vault.access-changed', (...args) => heard.push(args))
    channel.emit('push', { sender: 'the event' }, 'vault.access-changed', 'locked')
    channel.emit('push', { sender: 'the event' }, 'clock.read', {})
    stop()
    channel.emit('push', { sender: 'the event' }, 'vault.access-changed', 'unlocked')
    expect(heard).toEqual([['locked']])
    expect(channel.listenerCount('push')).toBe(0)
  })
})
