import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const root = import.meta.dirname

export default defineConfig(({ command }) => ({
  main: {
    build: {
      rolldownOptions: {
        input: { index: resolve(root, 'src/main/index.ts') },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed preload can load nothing but 'electron', so it is one CommonJS file.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: resolve(root, 'src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'src/renderer'),
    plugins: [react()],
    // While someone works on the screens, Fast Refresh runs inline under the nonce that the development CSP names.
    ...(command === 'serve' ? { html: { cspNonce: 'dev' } } : {}),
    build: {
      minify: true,
      // Fonts stay files of their own: the CSP allows no data: fonts.
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: {
          index: resolve(root, 'src/renderer/index.html'),
          room: resolve(root, 'src/renderer/room.html'),
          print: resolve(root, 'src/renderer/print.html'),
        },
      },
    },
  },
}))
