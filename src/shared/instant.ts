import { z } from './zod.ts'

/**
 * A moment that somebody says, in milliseconds since 1970 UTC: up to the end of the year 9999, the last that calendars here
 * can write.
 */
export const instantSchema = z.int().min(0).max(253_402_300_799_999)
