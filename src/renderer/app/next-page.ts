/**
 * What a page leaves to the one that the lock puts in its place. It is read with the vault locked, so it says nothing of
 * anybody; and it goes with the window, since no session of the console's is kept on the disk.
 */
type Word = 'theme' | 'damage' | 'place'

export function leaveToNextPage(word: Word, value: string): void {
  sessionStorage.setItem(word, value)
}

/** Null where no page before left it. */
export function leftByLastPage(word: Word): string | null {
  return sessionStorage.getItem(word)
}

export function forgetForNextPage(word: Word): void {
  sessionStorage.removeItem(word)
}
