// A display for computers that have none. Used by the start, the demo and the tests.
import { spawn } from 'node:child_process'
import { once } from 'node:events'

/**
 * Starts Xvfb on a number that it finds free, and waits until it answers. It ends with this process.
 *
 * @param {{ width?: number, height?: number }} [size]
 * @returns {Promise<{ display: string, stop: () => Promise<void> }>}
 */
export async function startVirtualDisplay({ width = 1920, height = 1080 } = {}) {
  const screen = ['-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp', '-displayfd', '3']
  const server = spawn('Xvfb', screen, {
    // Apart from the terminal, whose Ctrl+C is for the program that is shown.
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const number = await new Promise((done, fail) => {
    let said = ''
    server.stdio[3].on('data', (chunk) => {
      said += chunk
      // Not before the whole line is there: Xvfb does not outlive a reader that leaves early.
      if (said.endsWith('\n')) done(said.trim())
    })
    server.once('error', fail)
    server.once('exit', (code) => fail(new Error(`Xvfb ended with ${code}`)))
  })
  server.stdio[3].destroy()
  server.unref()
  const kill = () => server.kill()
  process.once('exit', kill)
  const stop = async () => {
    server.ref()
    if (server.exitCode === null && server.kill()) await once(server, 'exit')
  }
  return { display: `:${number}`, stop }
}
