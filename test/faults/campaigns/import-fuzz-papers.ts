import { isDeepStrictEqual } from 'node:util'
import { fileVerdictSchema, type ExportedFile } from '../../../src/shared/ipc/export-calls.ts'
import { stampTitle } from '../../../src/shared/record/document-stamp.ts'
import { createOpenWorld, startSession, valueOf } from '../../core/support/world.ts'
import type { Dice } from '../../properties/dice.ts'
import { spoil, strangeFile } from './import-fuzz-tables.ts'

/** A vault that has written papers, and is shown files. */
export interface PaperDesk {
  /** Shows it one file at random; answers in words what was said wrongly of it, null where nothing was. */
  tryFile(dice: Dice): Promise<string | null>
  close(): void
}

interface Paper {
  readonly file: ExportedFile
  readonly bytes: Buffer
}

export async function openPaperDesk(): Promise<PaperDesk> {
  const world = await createOpenWorld()
  const papers: Paper[] = []
  for (const body of ['first', 'second']) {
    // oxlint-disable-next-line no-await-in-loop -- a session after the other
    papers.push(await writePaper(world, body))
  }
  return {
    async tryFile(dice) {
      const { file, bytes } = papers[dice.below(papers.length)] ?? {}
      if (file === undefined || bytes === undefined) return 'there is no paper'
      const shown = dice.pick<() => Uint8Array>([
        () => bytes,
        () => spoil(dice, bytes),
        () => spoil(dice, bytes),
        () => flipBit(dice, bytes),
        () => strangeFile(dice),
        // What one paper says of itself, in front of another.
        () => Buffer.concat([bytes, papers[0]?.bytes ?? bytes]),
      ])()
      const verdict = fileVerdictSchema.parse(
        valueOf(await world.core.run('export.identify', { bytes: shown })),
      )
      const same = papers.find((paper) => Buffer.compare(paper.bytes, shown) === 0)
      if (same === undefined)
        return verdict.kind === 'unaltered' ? 'a changed file was called unaltered' : null
      const isTold = verdict.kind === 'unaltered' && isDeepStrictEqual(verdict.file, same.file)
      return isTold ? null : 'a file of the vault’s own was not known again'
    },
    close: () => void world.close(),
  }
}

type World = Awaited<ReturnType<typeof createOpenWorld>>

async function writePaper(world: World, body: string): Promise<Paper> {
  const session = await startSession(world, 3)
  world.clock.pass(300_000)
  await session.act({ type: 'end' })
  const { stamp } = valueOf(await world.core.run('export.facts', { sessionId: session.sessionId }))
  const bytes = Buffer.from(
    `%PDF-1.7\n1 0 obj\n<< /Title (${stampTitle(stamp)}) >>\nendobj\n${body}\n%%EOF\n`,
  )
  const file = valueOf(await world.core.run('export.write', { stamp, bytes }))
  return { file, bytes }
}

function flipBit(dice: Dice, bytes: Buffer): Buffer {
  const flipped = Buffer.from(bytes)
  const at = dice.below(bytes.length)
  flipped[at] = (flipped[at] ?? 0) ^ (1 << dice.below(8))
  return flipped
}
