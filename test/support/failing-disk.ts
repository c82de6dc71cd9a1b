import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'

export interface FailingDisk {
  /** The system finds an error on it and lets nothing be written any more, to what is open either. */
  fail(): void
  /** Takes it out and puts it back, as somebody does with a drive. Nothing on it may be open. */
  putBackIn(): void
  remove(): void
}

/** A disk of a test's own that can break; the reason where this computer does not let the user have one. */
export function mountFailingDisk(path: string, sizeBytes: number): FailingDisk | string {
  if (process.platform !== 'linux') return 'only Linux mounts a failing disk for a test'
  const image = `${path}.image`
  mkdirSync(path, { recursive: true })
  writeFileSync(image, '')
  truncateSync(image, sizeBytes)
  const mount = () => isDone('mount', '-o', 'loop,errors=remount-ro', image, path)
  const remove = () => {
    isDone('umount', '--lazy', path)
    rmSync(image, { force: true })
    rmSync(path, { recursive: true, force: true })
  }
  // Without a journal it can be mounted again as it is.
  if (!isDone('mkfs.ext4', '-q', '-O', '^has_journal', image) || !mount()) {
    remove()
    return 'this user may not mount a file as a disk (root may)'
  }
  return {
    fail() {
      const { stdout } = spawnSync('findmnt', ['-no', 'SOURCE', path], { encoding: 'utf8' })
      writeFileSync(`/sys/fs/ext4/${basename(stdout.trim())}/trigger_fs_error`, 'it broke')
    },
    putBackIn() {
      if (!isDone('umount', path) || !mount()) throw new Error('The disk cannot be put back in')
    },
    remove,
  }
}

function isDone(program: string, ...args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0
}
