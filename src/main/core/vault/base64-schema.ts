import { z } from '../../../shared/zod.ts'

/** Base64 with padding of exactly this many bytes. */
export function base64Schema(bytes: number) {
  return z.base64().refine((text) => Buffer.from(text, 'base64').length === bytes)
}
