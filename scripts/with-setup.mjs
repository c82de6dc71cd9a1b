// `node scripts/with-setup.mjs install,build -- PROGRAM.ts …`: makes ready what a program needs, then runs it with the
// project's own Node. What the set-up says goes to standard error, so that the program's output stays its own.
import { spawn } from 'node:child_process'
import { runMain, setUp } from './setup.mjs'

await runMain(async () => {
  const [steps = '', separator, ...program] = process.argv.slice(2)
  if (separator !== '--' || program.length === 0) throw new Error('Say which steps, then --, then a program.')
  const { node, env, tearDown } = await setUp(steps.split(','))
  const child = spawn(node, program, { env: { ...process.env, ...env }, stdio: 'inherit' })
  for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  const code = await new Promise((done, fail) => {
    child.on('error', fail)
    child.on('exit', done)
  })
  await tearDown()
  return code ?? 1
})
