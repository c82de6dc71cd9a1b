import { z } from './zod.ts'

/** One line of a person's own words: trimmed, and free of control characters that would break a line or hide text. */
export function lineSchema(maxLength: number) {
  return z
    .string()
    .trim()
    .min(1, { error: 'empty' })
    .max(maxLength, { error: 'too-long' })
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, { error: 'control-character' })
}

/** Several lines of a person's own words; tabs and line breaks are kept as typed. */
export function textSchema(maxLength: number) {
  return z.string().max(maxLength, { error: 'too-long' })
}

/** Longest note in characters: about four typed pages, far above any note of a session. */
export const noteMaxLength = 10_000
export const nameMaxLength = 80
export const topicMaxLength = 120
