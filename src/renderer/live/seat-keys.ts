/** Members in the order of their seats. The letters leave out every key that does something else on Live. */
const memberKeys = '1234567890QWETYUIOSDKLXV'
const facilitatorKeys = 'FGHJ'

/** Null beyond the keys that there are: such a seat is reached by pointer and Tab. */
export function memberKey(index: number): string | null {
  return memberKeys[index] ?? null
}

export function facilitatorKey(index: number): string | null {
  return facilitatorKeys[index] ?? null
}
