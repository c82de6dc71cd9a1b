import { spawnSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { SourceMap, type SourceMapPayload } from 'node:module'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '../../../..')

/** The files below src/renderer that a function of the built screens may come from, by the head of its text. */
export type SourcesOf = (head: string) => readonly string[]

/**
 * Builds the screens once more, with maps from what was built to its sources. Not what the console runs, but the same bytes:
 * a component of the window is found here by its own text.
 */
export function readBuiltSources(folder: string): SourcesOf {
  const program = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
  const args = [program, 'build', '--logLevel', 'error', '--sourcemap', '--outDir', folder]
  if (spawnSync(process.execPath, args, { cwd: root }).status !== 0)
    throw new Error('The screens could not be built with their maps')
  const names = globSync('renderer/assets/*.js', { cwd: folder })
  // Their names hold a hash of what is in them.
  if (!names.every((name) => existsSync(join(root, 'out', name))))
    throw new Error('The built screens are not of these sources: npm run build')
  const chunks = names.map((name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    // Written by the program above, in the form that every tool shares.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const map = JSON.parse(readFileSync(join(folder, `${name}.map`), 'utf8')) as SourceMapPayload
    return { text, map: new SourceMap(map), at: dirname(join(folder, name)) }
  })
  const known = new Map<string, readonly string[]>()
  return (head) => {
    const before = known.get(head)
    if (before !== undefined) return before
    const found = chunks.flatMap(({ text, map, at }) =>
      placesOf(head, text).flatMap((place) => {
        const line = text.slice(0, place).split('\n').length - 1
        const entry = map.findEntry(line, place - text.lastIndexOf('\n', place - 1) - 1)
        const source = 'originalSource' in entry ? join(at, entry.originalSource) : ''
        return source.includes('/src/renderer/') ? [source.slice(source.indexOf('/src/renderer/') + 14)] : []
      }),
    )
    known.set(head, found)
    return found
  }
}

function placesOf(head: string, text: string): readonly number[] {
  const places: number[] = []
  for (let at = text.indexOf(head); at !== -1; at = text.indexOf(head, at + 1)) places.push(at)
  return places
}
