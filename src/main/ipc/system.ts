import { preferencesSchema } from '../../shared/ipc/preference-calls.ts'
import type { CoreClient } from '../core-client.ts'
import type { Backdrop } from '../electron/backdrop.ts'
import type { CopiedText } from '../security/copied-text.ts'
import type { ScreenCapture } from '../security/screen-capture.ts'
import type { Request } from './door.ts'
import type { System } from './handle-request.ts'

interface SystemSources {
  readonly core: Pick<CoreClient, 'call'>
  readonly capture: ScreenCapture
  readonly copiedText: CopiedText
  readonly backdrop: Backdrop
}

/** What the computer does for the console beside the vault, as it was set for this computer. */
export interface FollowedSystem extends System {
  /** Does what is set, at the start and when `request` may have set it otherwise. */
  follow(request?: Request): Promise<void>
}

export function createSystem({ core, capture, copiedText, backdrop }: SystemSources): FollowedSystem {
  return {
    abilities: () => ({ clearsClipboard: copiedText.isCleared, hidesFromCapture: capture.canHide }),
    copied: () => copiedText.copied(),
    async follow(request) {
      if (request !== undefined && request.name !== 'preferences.change') return
      const answer = await core.call({ name: 'preferences.read', input: {} })
      const preferences = answer.ok ? preferencesSchema.safeParse(answer.value) : null
      if (preferences?.success !== true) return
      capture.hide(preferences.data.hidesFromCapture)
      backdrop.show(preferences.data.theme)
    },
  }
}
