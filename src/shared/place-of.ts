const stackFrame = /([\w.-]+\.(?:[cm]?[jt]sx?)):(\d+):(\d+)\)?$/

/** Where in our code an error was thrown, as `dispatch.js:120:7`: its own message is never read. */
export function placeOf(error: unknown): string {
  if (!(error instanceof Error) || error.stack === undefined) return 'unknown'
  // The message comes first in a stack and may have lines that look like frames.
  const trace = error.stack.startsWith(String(error)) ? error.stack.slice(String(error).length) : ''
  for (const line of trace.split('\n')) {
    const match = stackFrame.exec(line.trim())
    if (match !== null) return match.slice(1, 4).join(':')
  }
  return 'unknown'
}
