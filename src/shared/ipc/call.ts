import type { z } from '../zod.ts'

/**
 * One call that a window can make. `needs` says what must be open: `nothing` (before and without unlocking) or
 * `vault`. Roles beyond the author's come with their own value here.
 */
export interface Call<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly needs: 'nothing' | 'vault'
  readonly input: Input
  readonly output: Output
}

export function call<Input extends z.ZodType, Output extends z.ZodType>(
  needs: Call['needs'],
  input: Input,
  output: Output,
): Call<Input, Output> {
  return { needs, input, output }
}
