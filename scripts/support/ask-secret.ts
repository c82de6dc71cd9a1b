import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

/**
 * Asks for a secret on the terminal without showing what is typed. From a pipe the first line is taken. Null when there
 * is nothing to read, or the question was broken off.
 */
export async function askSecret(question: string): Promise<string | null> {
  const { stdin, stderr } = process
  const isTyped = stdin.isTTY
  // Readline echoes to its output; this one shows nothing.
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: stdin, output: silent, terminal: isTyped })
  if (isTyped) stderr.write(question)
  try {
    for await (const line of lines) return line
    return null
  } finally {
    lines.close()
    if (isTyped) stderr.write('\n')
  }
}
