import { coresOf, type LaunchedConsole } from './launch.ts'

/** The core's processes, which stand still while something is looked at or pressed that would pass too soon. */
export function createStop(app: LaunchedConsole) {
  const signal = (name: 'SIGSTOP' | 'SIGCONT') => {
    for (const core of coresOf(app.process.pid ?? 0)) process.kill(core, name)
  }
  return { stop: () => signal('SIGSTOP'), goOn: () => signal('SIGCONT') }
}

export type Stop = ReturnType<typeof createStop>

/** Does what a screen would pass too soon for. What is pressed is heard before another page is written. */
export async function whileStill<T>({ stop, goOn }: Stop, act: () => Promise<T>): Promise<T> {
  stop()
  try {
    return await act()
  } finally {
    goOn()
  }
}
