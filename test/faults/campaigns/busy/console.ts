import { writeSync } from 'node:fs'
import { definitely } from '../../../core/support/world.ts'
import { createDice } from '../../../properties/dice.ts'
import { createHomeCore } from './home-core.ts'
import type { Line } from './lines.ts'
import { savedBy, sitDown, work } from './work.ts'

// A console at which somebody works without a break, to be killed or cut off from its power. It prints what it asks for and
// whatever was acknowledged to it. Its arguments: a folder, a seed, and after how many acts it is shut down.
const [, , folder, seed, actCount] = process.argv

const tell = (line: Line) => void writeSync(1, `${JSON.stringify(line)}\n`)
const core = createHomeCore(definitely(folder), (name, push) => {
  const saved = savedBy(name, push)
  if (saved !== null) tell(saved)
})
const desk = await sitDown({
  call: core.call,
  inside: core,
  tell,
  dice: createDice(Number(seed)),
  name: definitely(seed),
})
tell({ kind: 'ready' })
await work(desk, Number(actCount))
await core.run('shut-down', null)
