import { describe, expect, it } from 'vitest'
import { createSwitches, readSwitches } from '../../../src/stand-in/command-line.ts'

describe('switches', () => {
  it('are read as Chromium reads them: up to a lone --, and the last of a name wins', () => {
    const argv = [
      '--user-data-dir=/a b',
      '--quiet',
      'file',
      '--lang=de',
      '--lang=fr',
      '--empty=',
      '--',
      '--late',
    ]
    expect([...readSwitches(argv)]).toEqual([
      ['user-data-dir', '/a b'],
      ['quiet', ''],
      ['lang', 'fr'],
      ['empty', ''],
    ])
  })

  it('of the app and of the command line go to Chromium, but none that opens it to others', () => {
    const switches = createSwitches([
      '--user-data-dir=/x',
      '--remote-debugging-port=9222',
      '--inspect',
      '--lang=de',
    ])
    switches.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
    switches.appendSwitch('no-sandbox')
    switches.appendSwitch('no-pings')
    expect(switches.forChromium()).toEqual([
      '--lang=de',
      '--host-resolver-rules=MAP * ~NOTFOUND',
      '--no-pings',
    ])
    expect(switches.hasSwitch('remote-debugging-port')).toBe(true)
    expect(switches.getSwitchValue('user-data-dir')).toBe('/x')
    expect(switches.getSwitchValue('absent')).toBe('')
  })
})
