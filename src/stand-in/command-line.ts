/** Switches that would open the window to others, or that the stand-in itself must decide. */
const withheld = [
  /^remote-debugging-/,
  /^inspect/,
  /^(app|headless|no-sandbox|test-type|user-data-dir|load-extension|enable-automation)$/,
]

export interface CommandLine {
  appendSwitch(name: string, value?: string): void
  appendArgument(value: string): void
  hasSwitch(name: string): boolean
  getSwitchValue(name: string): string
  removeSwitch(name: string): void
}

export interface Switches extends CommandLine {
  /** What Chromium is started with. */
  forChromium(): readonly string[]
}

/** Reads `--name` and `--name=value` as Chromium does: up to a lone `--`, the last of a name wins. */
export function readSwitches(argv: readonly string[]): Map<string, string> {
  const end = argv.indexOf('--')
  const switches = new Map<string, string>()
  for (const argument of end === -1 ? argv : argv.slice(0, end)) {
    const [, name, value = ''] = /^--([^=]+)(?:=(.*))?$/s.exec(argument) ?? []
    if (name !== undefined) switches.set(name, value)
  }
  return switches
}

export function createSwitches(argv: readonly string[]): Switches {
  const switches = readSwitches(argv)
  const extra: string[] = []
  return {
    appendSwitch: (name, value = '') => void switches.set(name, value),
    appendArgument: (value) => void extra.push(value),
    hasSwitch: (name) => switches.has(name),
    getSwitchValue: (name) => switches.get(name) ?? '',
    removeSwitch: (name) => void switches.delete(name),
    forChromium: () => [
      ...[...switches]
        .filter(([name]) => !withheld.some((pattern) => pattern.test(name)))
        .map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`)),
      ...extra.filter((argument) => argument.startsWith('--')),
    ],
  }
}
