import { registerHooks } from 'node:module'
import { isMainThread } from 'node:worker_threads'

/**
 * `node --import ./src/stand-in/register.ts out/main/index.js` runs the built app where Electron's binary is not at
 * hand. Worker threads inherit this preload; they have no electron in Electron either. Processes that the app forks do not.
 */
const standIn = new URL('electron.ts', import.meta.url).href

if (isMainThread) {
  registerHooks({
    resolve(specifier, context, nextResolve) {
      const isElectron = specifier === 'electron' || specifier === 'electron/main'
      return isElectron
        ? { url: standIn, format: 'module-typescript', shortCircuit: true }
        : nextResolve(specifier, context)
    },
  })
}
