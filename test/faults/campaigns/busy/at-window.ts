import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import type { Core } from '../../../../src/main/core/create-core.ts'
import type { Pushes } from '../../../../src/shared/ipc/pushes.ts'
import type { Dice } from '../../../properties/dice.ts'
import { launchConsole } from '../../../support/launch.ts'
import type { Line } from './lines.ts'
import { savedBy, sitDown, work } from './work.ts'

type Appended = Pushes['session.appended']

/**
 * The whole console works without a break, with its window, through which everything is asked, and every process of it is
 * killed at once at a random instant. Answers how it ended: `killed`, or what else it was.
 */
export async function workAndKill(home: string, dice: Dice, tell: (line: Line) => void): Promise<string> {
  const app = await launchConsole({ userDataDir: home })
  let isTime = false
  const killed = wait(dice.below(2_500)).then(() => {
    isTime = true
    return app.kill()
  })
  try {
    await listen(app.page)
    const call = callThrough(app.page, tell)
    const name = String(dice.below(2 ** 31))
    await work(await sitDown({ call, inside: null, tell, dice, name }), Number.MAX_SAFE_INTEGER)
  } catch (error) {
    // A window that is gone answers nothing more.
    if (!isTime) throw error
  } finally {
    await killed
  }
  return app.process.signalCode === 'SIGKILL' ? 'killed' : `${app.process.exitCode ?? app.process.signalCode}`
}

/** Keeps what the window hears until its next answer, so that nobody takes the one for later than the other. */
async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const heard: unknown[] = []
    Reflect.set(globalThis, 'heard', heard)
    Reflect.get(globalThis, 'api').on('session.appended', (push: unknown) => void heard.push(push))
  })
}

function callThrough(page: Page, tell: (line: Line) => void): Core['call'] {
  return async (name, input) => {
    const { answer, heard } = await page.evaluate(
      async ([call, given]) => {
        const answered = await Reflect.get(globalThis, 'api').invoke(call, given)
        const pushes: Appended[] = Reflect.get(globalThis, 'heard').splice(0)
        return { answer: answered, heard: pushes }
      },
      [name, input] as const,
    )
    for (const push of heard) {
      const saved = savedBy('session.appended', push)
      if (saved !== null) tell(saved)
    }
    return answer
  }
}
