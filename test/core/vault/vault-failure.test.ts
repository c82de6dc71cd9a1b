import { readFileSync, writeSync } from 'node:fs'
import { constants } from 'node:os'
import { describe, expect, it } from 'vitest'
import { diskFailureOf } from '../../../src/main/core/vault/vault-failure.ts'

function coded(code: unknown): Error {
  return Object.assign(new Error('it failed'), { code })
}

function thrownBy(work: () => void): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  return undefined
}

describe('what an error stands for', () => {
  it('is the disk for every error that this system has, but for those that only a mistake of ours causes', () => {
    const codes = Object.keys(constants.errno)
    expect(codes.length).toBeGreaterThan(60)
    const others = codes.filter((code) => diskFailureOf(coded(code)) === null)
    expect(others.toSorted()).toEqual(['EBADF', 'EFAULT'])
    expect(codes.filter((code) => diskFailureOf(coded(code)) === 'disk-full').toSorted()).toEqual([
      'EDQUOT',
      'ENOSPC',
    ])
  })

  it('is the disk where Windows has no word for it', () => {
    expect(diskFailureOf(coded('UNKNOWN'))).toBe('not-writable')
  })

  it('is nothing of the disk for a bug', () => {
    const bugs = [
      thrownBy(() => readFileSync('/a path with\0in it')),
      thrownBy(() => writeSync(-1, 'x')),
      thrownBy(() => writeSync(1_000_000, 'x')),
      coded('SQLITE_ERROR'),
      coded(undefined),
      coded(5),
      new TypeError('undefined is not a function'),
      'ENOSPC',
    ]
    expect(bugs.map(diskFailureOf)).toEqual(bugs.map(() => null))
  })
})
