import { lstatSync } from 'node:fs'

/**
 * Remembers which files stand at these paths now, and answers whether the same ones still do. Nothing is asked of a path
 * at which nothing stood.
 */
export function rememberPlace(paths: readonly string[]): () => boolean {
  const remembered = paths.flatMap((path) => {
    const name = identityOf(path)
    return name === null ? [] : [{ path, name }]
  })
  return () => remembered.every(({ path, name }) => identityOf(path) === name)
}

/** The drive and the file's number on it; null where nothing can be seen. */
function identityOf(path: string): string | null {
  try {
    const { dev, ino } = lstatSync(path, { bigint: true })
    return `${dev} ${ino}`
  } catch {
    return null
  }
}
