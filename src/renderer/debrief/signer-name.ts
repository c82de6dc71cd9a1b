import type { Facilitator } from '../../shared/roster/member.ts'

/** `Dana Reyes, LCSW`: who signs, where no sentence goes on behind it. */
export function signerName({ name, credentials }: Pick<Facilitator, 'name' | 'credentials'>): string {
  return credentials === '' ? name : `${name}, ${credentials}`
}
