import { writeSync } from 'node:fs'
import { openRecordToRead } from '../../../src/main/core/vault/read-record.ts'

// Another program that tries to open the record of a vault, and nothing else of it, and says what it was told.
const [, , folder = '', secret = ''] = process.argv
const opened = await openRecordToRead(folder, { kind: 'passphrase', secret })
writeSync(1, opened.ok ? 'open' : opened.error.code)
