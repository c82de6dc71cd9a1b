import type { z } from '../zod.ts'

/**
 * One call that a window can make. `needs` says what must be open: `nothing` (before and without unlocking), `record`
 * (its author or a reviewer has it open) or `vault` (its author alone). A new call is the author's until somebody has
 * thought about it.
 */
export interface Call<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly needs: 'nothing' | 'record' | 'vault'
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
