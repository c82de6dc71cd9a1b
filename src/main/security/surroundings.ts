/** Vite's server while someone works on the screens. Its pages are shown under the console's own origin. */
export interface DevServer {
  readonly httpOrigin: string
  /** Where its client listens for changes. */
  readonly webSocketOrigin: string
}

/** What a policy may depend on. Everything but a packaged console is somebody's workshop. */
export interface Surroundings {
  readonly isPackaged: boolean
  readonly devServer: DevServer | null
}

/** The environment names the development server; a packaged console never listens to it, nor to another machine's. */
export function readSurroundings(isPackaged: boolean, rendererUrl: string | undefined): Surroundings {
  if (isPackaged || rendererUrl === undefined || !URL.canParse(rendererUrl)) {
    return { isPackaged, devServer: null }
  }
  const url = new URL(rendererUrl)
  const isLoopback = url.protocol === 'http:' && url.hostname === 'localhost'
  return {
    isPackaged,
    devServer: isLoopback ? { httpOrigin: url.origin, webSocketOrigin: `ws://${url.host}` } : null,
  }
}
