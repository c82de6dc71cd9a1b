// `npm run checklist`: compares the rows of the security checklist with the names of the tests.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findProblems, readRows } from './support/check-checklist.ts'

const root = join(import.meta.dirname, '..')
const document = readFileSync(join(root, 'docs/security-checklist.md'), 'utf8')
const problems = findProblems(document, root)
for (const problem of problems) console.error(problem)
if (problems.length > 0) process.exitCode = 1
else {
  const rows = readRows(document)
  const tests = rows.reduce((sum, row) => sum + row.tests.length, 0)
  console.log(`Security checklist: ${rows.length} rows, held by ${tests} named tests.`)
}
