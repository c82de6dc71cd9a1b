import { codecText } from './structured-value.ts'
import { pageWorldText } from './page/page-world.ts'
import { preloadWorldText } from './page/preload-world.ts'
import { bridgeText } from './page/world-bridge.ts'

/** The world that a preload runs in, the function by which it calls main, and the one by which main calls it. */
export const preloadWorld = 'preload'
export const upwardBinding = 'standInPost'
export const downwardHook = 'standInReceive'

/** For the page's world. Pages cannot read it, and what it hands over at the start of a document is gone after it. */
export function pageScript(secret: string): string {
  return `(() => { 'use strict'\n${bridgeText}\n${pageWorldText}\nrunInPageWorld(${JSON.stringify(secret)}) })()`
}

/**
 * For the preload's world. The preload is inlined: a page's Content-Security-Policy forbids making code from text,
 * and this script is run by the debugging protocol, which it does not bind.
 */
export function preloadScript(secret: string, preloadSource: string | undefined): string {
  const preload =
    preloadSource === undefined
      ? 'undefined'
      : `function (require, module, exports, process) {\n${preloadSource}\n}`
  return `(() => { 'use strict'
${codecText}
${bridgeText}
${preloadWorldText}
const post = globalThis.${upwardBinding}
delete globalThis.${upwardBinding}
runInPreloadWorld({
  secret: ${JSON.stringify(secret)},
  platform: ${JSON.stringify(process.platform)},
  post: (message) => post(JSON.stringify(message)),
  receive: (deliver) => Object.defineProperty(globalThis, '${downwardHook}', { value: (text) => deliver(JSON.parse(text)) }),
  preload: ${preload},
}) })()`
}
