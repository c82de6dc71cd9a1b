import { write, type WritableDb } from '../../src/main/core/vault/database.ts'
import { sql } from '../../src/main/core/vault/sql.ts'
import type { Store } from '../../src/main/core/vault/store-error.ts'

/** Makes a database larger by so many megabytes, as many years make it. */
export function weigh(database: WritableDb<Store>, megabytes: number): void {
  write(database, sql`CREATE TABLE weight (bytes BLOB NOT NULL) STRICT`)
  for (let left = megabytes; left > 0; left -= 1)
    write(database, sql`INSERT INTO weight VALUES (randomblob(1000000))`)
}
