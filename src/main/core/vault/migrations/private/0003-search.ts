import type { Migration } from '../migration.ts'

// Words to find private notes by, in the database that only their author's key opens. The index holds no text, only folded
// words and the numbers of the notes, which VACUUM leaves alone, as it does not those that SQLite gives to rows by itself.
export const privateSearch: Migration = {
  version: 3,
  script: `
    CREATE TABLE private_item (
      item INTEGER PRIMARY KEY,
      note_id TEXT NOT NULL UNIQUE REFERENCES private_note
    ) STRICT;
    CREATE VIRTUAL TABLE private_words USING fts5 (
      words, content='', contentless_delete=1, tokenize='ascii', prefix='2 3'
    );
  `,
}
