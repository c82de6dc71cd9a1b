interface TextLimit {
  readonly isTooLong: boolean
  /** Null while there is plenty of room. */
  readonly words: string | null
}

/** How much room a text has left, said once fewer than `near` of its `most` characters are. Nothing is ever cut off. */
export function textLimit(length: number, most: number, near: number): TextLimit {
  if (length > most) {
    return { isTooLong: true, words: `${characters(length - most)} too long; nothing is lost` }
  }
  return { isTooLong: false, words: length < most - near ? null : `${characters(most - length)} left` }
}

function characters(count: number): string {
  return `${new Intl.NumberFormat(undefined).format(count)} ${count === 1 ? 'character' : 'characters'}`
}
