import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { App, BrowserWindowConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { createCarriedEmitter } from '../../../src/stand-in/carried-emitter.ts'
import { carryOnly } from '../../../src/stand-in/not-carried.ts'
import { createMenu, createPowerMonitor } from '../../../src/stand-in/small-modules.ts'
import { refuseWhatCannotBe } from '../../../src/stand-in/window-options.ts'

const app = carryOnly<App>('app', { getName: () => 'sample' })

describe('what the stand-in does not carry', () => {
  it('throws by name when it is touched, read or set', () => {
    expect(app.getName()).toBe('sample')
    expect(() => app.showAboutPanel()).toThrow(
      'app.showAboutPanel is not carried by the stand-in for Electron',
    )
    expect(() => app.dock).toThrow('app.dock is not carried')
    expect(() => {
      app.accessibilitySupportEnabled = true
    }).toThrow('app.accessibilitySupportEnabled = … is not carried')
  })

  it('may be awaited and printed like any object', async () => {
    expect(await Promise.resolve(app)).toBe(app)
    expect(JSON.stringify(app)).toBe('{}')
  })

  it('refuses a listener for an event that never comes although it should', () => {
    const emitter = createCarriedEmitter('BrowserWindow', ['closed'])
    emitter.on('closed', () => undefined)
    expect(() => emitter.on('blur', () => undefined)).toThrow(
      "the event 'blur' of BrowserWindow is not carried",
    )
    expect(emitter.eventNames()).not.toContain('blur')
  })

  it('refuses to tell when the computer was last used', () => {
    const monitor = createPowerMonitor()
    monitor.on('suspend', () => undefined)
    expect(() => monitor.getSystemIdleTime()).toThrow('powerMonitor.getSystemIdleTime is not carried')
  })

  it.each<[BrowserWindowConstructorOptions, string]>([
    [{ kiosk: true }, "the window option 'kiosk'"],
    [{ webPreferences: { contextIsolation: false } }, 'contextIsolation: false'],
    [{ webPreferences: { nodeIntegration: true } }, 'nodeIntegration: true'],
  ])('refuses the window %j', (options, name) => {
    expect(() => refuseWhatCannotBe(options)).toThrow(`${name} is not carried`)
  })

  it('refuses a menu item that nothing would show', () => {
    const Menu = createMenu()
    Menu.setApplicationMenu(Menu.buildFromTemplate([{ role: 'editMenu' }, { type: 'separator' }]))
    expect(() => Menu.buildFromTemplate([{ label: 'Own', click: () => undefined }])).toThrow('is not carried')
  })
})

it('what is asked is told to whoever watches, and to nobody else', () => {
  const asked: unknown[] = []
  const listen = (message: unknown): void => void asked.push(message)
  subscribe('stand-in:asked', listen)
  app.getName()
  unsubscribe('stand-in:asked', listen)
  app.getName()
  expect(asked).toEqual([{ what: 'app.getName', args: [] }])
})
