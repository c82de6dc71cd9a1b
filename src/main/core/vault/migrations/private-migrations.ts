import type { Migration } from './migration.ts'
import { privateFirstTables } from './private/0001-first-tables.ts'
import { privateInteraction } from './private/0002-interaction.ts'
import { privateSearch } from './private/0003-search.ts'
import { privateDestroyed } from './private/0004-destroyed.ts'

/** Every step of private.db in order. */
export const privateMigrations: readonly Migration[] = [
  privateFirstTables,
  privateInteraction,
  privateSearch,
  privateDestroyed,
]
