import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdirSync, rmSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'

const ballast = 'ballast'
const blockBytes = 4096

export interface SmallDisk {
  readonly path: string
  /** Not a byte more goes in from now on, or just so many blocks of 4 KiB. */
  fill(leftBlocks?: number): void
  /** There is room again. */
  free(): void
  /** Nothing can be written or removed from now on. */
  makeReadOnly(): void
  remove(): void
}

/** A disk of a test's own with so much room, in memory; the reason where this computer does not let the user mount one. */
export function mountSmallDisk(path: string, sizeBytes: number): SmallDisk | string {
  if (process.platform !== 'linux') return 'only Linux mounts a small disk for a test'
  mkdirSync(path, { recursive: true })
  const mounted = mount('-t', 'tmpfs', '-o', `size=${sizeBytes},mode=755`, 'tmpfs', path)
  if (!mounted) {
    rmSync(path, { recursive: true, force: true })
    return 'this user may not mount a disk (root may)'
  }
  return {
    path,
    fill(leftBlocks = 0) {
      try {
        for (;;) appendFileSync(join(path, ballast), Buffer.alloc(blockBytes))
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
      }
      const filled = statSync(join(path, ballast)).size
      truncateSync(join(path, ballast), Math.max(0, filled - leftBlocks * blockBytes))
    },
    free: () => rmSync(join(path, ballast), { force: true }),
    makeReadOnly() {
      if (!mount('-o', 'remount,ro', path)) throw new Error('The disk cannot be made read-only')
    },
    remove() {
      spawnSync('umount', ['--lazy', path])
      rmSync(path, { recursive: true, force: true })
    },
  }
}

function mount(...args: readonly string[]): boolean {
  return spawnSync('mount', args, { stdio: 'ignore' }).status === 0
}
