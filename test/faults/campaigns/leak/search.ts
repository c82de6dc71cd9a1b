/* oxlint-disable no-await-in-loop -- one file after the other */
import { existsSync, readFileSync, readlinkSync, statSync } from 'node:fs'
import { openFilesOf } from '../../../support/find-text.ts'
import type { Order } from '../campaign.ts'
import { createPaperReader, squeeze } from './papers.ts'
import { findWords } from './spellings.ts'
import type { FileTrace } from './trace-files.ts'
import { passwordsOf, type Words } from './words.ts'

interface SearchSources {
  readonly words: Words
  readonly trace: FileTrace
  /** The folder of papers made on purpose: they may hold the words of the record. */
  readonly documents: string
  readonly onFinding: Order['onFinding']
}

/** Looks for the words in whatever the trace names, and tells where they should not stand. */
export function createSearch({ words, trace, documents, onFinding }: SearchSources) {
  const all = Object.values(words)
  const papers = createPaperReader(passwordsOf(words))
  const judgePapers = async (path: string, bytes: Buffer, wanted: readonly string[], when: string) => {
    for (const said of await papers.read(bytes)) {
      if (said === null) onFinding('crashes', `${kindOf(path)} ${when}: a paper that nobody can open`)
      else if (wanted.some((word) => said.includes(squeeze(word))))
        onFinding('wrongAnswers', `${kindOf(path)} ${when}: what a paper says`)
    }
  }
  // A word too short to be told from chance is looked for as it is alone.
  const long = [words.record, words.private]
  const judge = async (path: string, bytes: Buffer, when: string) => {
    const isDocument = path.startsWith(`${documents}/`) && /\.(?:pdf|csv|json|unfinished)$/.test(path)
    const wanted = isDocument ? [words.private] : long
    await judgePapers(path, bytes, isDocument ? wanted : all, when)
    const inPlain = isDocument ? [] : [words.short].filter((word) => bytes.includes(word))
    const [found] = [...findWords(wanted, bytes), ...inPlain.map(() => ({ spelling: 'plain', at: 0 }))]
    if (found === undefined) return
    onFinding('wrongAnswers', `${kindOf(path)} ${when}: ${found.spelling} at byte ${found.at}`)
  }
  return {
    async lookAt(when: string, pids: readonly number[]): Promise<void> {
      for (const path of trace.paths) {
        if (all.some((word) => path.includes(word))) onFinding('wrongAnswers', 'a word stands in a file name')
        if (isFile(path)) await judge(path, readFileSync(path), when)
      }
      // Files without a name any more are on the disk as long as somebody has them open.
      for (const path of deletedFilesOf(pids)) await judge(path, read(path), when)
    },
    async lookAtWrites(): Promise<void> {
      for (const [path, writes] of trace.written)
        await judge(path, Buffer.concat(writes), 'as it was written')
    },
    /** How many papers were read that say what a paper may. */
    countPapers(): number {
      return papers.said().filter((said) => said.includes(squeeze(words.record))).length
    },
  }
}

function isFile(path: string): boolean {
  return path.startsWith('/') && existsSync(path) && statSync(path).isFile()
}

/** Each once, however many processes have it open; what is in memory alone is none. */
function deletedFilesOf(pids: readonly number[]): readonly string[] {
  const byName = new Map(openFilesOf(pids).map((path) => [linkOf(path), path] as const))
  return [...byName].flatMap(([name, path]) => (/^(?!\/memfd:).* \(deleted\)$/.test(name) ? [path] : []))
}

/** Empty where it was closed meanwhile. */
function linkOf(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}

/** Likewise. */
function read(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    return Buffer.alloc(0)
  }
}

// Never the path: it may hold what was typed.
function kindOf(path: string): string {
  const [, folder = 'elsewhere'] = /(vault|exports|browser|temp|stand-in|proc)/.exec(path) ?? []
  return `a file (${folder})`
}
