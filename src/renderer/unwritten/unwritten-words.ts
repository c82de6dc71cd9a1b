import { counted } from '../../shared/count.ts'
import type { UnwrittenReason, UnwrittenState } from '../../shared/ipc/vault-calls.ts'

/** Why, and what to do. */
const reasons: Readonly<Record<UnwrittenReason, { readonly why: string; readonly next: string }>> = {
  'disk-full': { why: 'The disk is full.', next: 'Free some space on this computer.' },
  'not-writable': {
    why: 'The vault’s folder cannot be written to.',
    next: 'If its drive was taken out, put it back; if nothing changes then, lock and unlock.',
  },
  'other-vault': {
    why: 'The vault on the disk is not the one this session was run in.',
    next: 'Put its folder back, then lock and unlock.',
  },
}

/** The line that stands as long as it is so. Nothing is tried while the vault is locked. */
export function unwrittenWords({ count, reason }: UnwrittenState, since: string, isLocked: boolean) {
  const { why, next } = reasons[reason]
  const title =
    count === 0
      ? `The disk takes nothing since ${since}`
      : `Not on disk yet: ${counted(count, 'change')} since ${since}`
  if (isLocked && count > 0)
    return {
      title,
      body: `${why} They are kept in memory until you unlock and the disk takes them. Don’t close the console.`,
    }
  const kept =
    count === 0 ? 'All until then is on it. What you do now is kept in memory' : 'They are kept in memory'
  return { title, body: `${why} ${kept}, and the console keeps trying. ${next} Don’t close the console.` }
}

/** The part that kept them has stopped. */
export function lostWords({ count }: UnwrittenState) {
  return {
    title: `${counted(count, 'change')} had not reached the disk`,
    body: 'They were in the memory of the part that has stopped, and are lost. Everything before them is on the disk. Write down now what you remember of them.',
  }
}

/** What is read out once, when it begins; the number would be read with every tap. */
export function unwrittenNews({ reason }: UnwrittenState): string {
  return `Not on the disk for now. ${reasons[reason].why} What you do is kept in memory, and the console keeps trying. Do not close it.`
}

export function writtenWords(count: number, at: string): string {
  return `Everything is on the disk again: ${counted(count, 'change')}, written ${at}`
}

/** `14 changes are`, at the beginning of a sentence. */
export function changesAre(count: number): string {
  return `${counted(count, 'change')} ${count === 1 ? 'is' : 'are'}`
}
