import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { part2Statement1, part2Statement2 } from '../../src/shared/record/part2-statements.ts'
import { getFromPage as get, holdSignedSession } from '../support/call-page.ts'
import { tenNames } from '../support/cast.ts'
import { readPdf } from '../support/read-pdf.ts'
import { expect, test } from './fixtures.ts'

const names = [...tenNames, 'Kirsi', 'Leopold']

test('who was there, and what a supervisor reads: two papers that belong in nobody’s chart', async ({
  page,
  userDataDir,
}) => {
  test.slow()
  const { sessionId } = await holdSignedSession(page, names)
  const folder = join(userDataDir, 'exports')

  await test.step('the attendance names everyone once, on one page', async () => {
    const file = await get(page, 'export.attendance-sheet', { sessionId, naming: 'names', paper: 'Letter' })
    expect(file).toMatchObject({ kind: 'attendance-sheet', personId: null, hasPassword: false })
    expect(statSync(join(folder, file.fileName)).mode & 0o777).toBe(0o600)
    const pdf = await readPdf(join(folder, file.fileName))
    expect(pdf.pages).toHaveLength(1)
    for (const name of names) {
      expect(pdf.text.split(name)).toHaveLength(2)
      expect(`${pdf.metadata} ${file.fileName}`).not.toContain(name)
    }
    for (const words of [part2Statement1[1], part2Statement2, '12 of 12 members', 'Signature and date'])
      expect(pdf.text).toContain(words)
  })

  await test.step('the supervision summary names nobody who is a patient', async () => {
    const file = await get(page, 'export.supervision-summary', { sessionId, paper: 'A4' })
    const pdf = await readPdf(join(folder, file.fileName))
    const told = [pdf.text, pdf.metadata, file.fileName].join(' ')
    for (const name of names) expect(told).not.toContain(name)
    expect(told).not.toContain('A worry of my own')
    for (const words of [part2Statement2, 'Supervision summary', 'Member 12', '12 of 12 notes signed'])
      expect(pdf.text).toContain(words)
    expect(pdf.pages[0]).toContain(part2Statement1[1])
  })

  await test.step('with a password neither can be read without it', async () => {
    const file = await get(page, 'export.attendance-sheet', {
      sessionId,
      naming: 'initials',
      paper: 'A4',
      password: 'otter lantern quarry',
    })
    expect(file.hasPassword).toBe(true)
    await expect(readPdf(join(folder, file.fileName))).rejects.toThrow(/password/i)
    expect(readFileSync(join(folder, file.fileName)).includes('Kirsi')).toBe(false)
  })
})
