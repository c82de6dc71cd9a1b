import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseSync } from 'vite'
import { z } from '../../../../src/shared/zod.ts'

const rendererRoot = join(import.meta.dirname, '../../../../src/renderer')

/** One place in the screens' source where a text field stands. */
export interface FieldUse {
  /** Below src/renderer, as `roster/MemberFields.tsx`. */
  readonly file: string
  /** As it is written there: `input`, `TextArea`, `PasswordField`. */
  readonly tag: string
  /** The file of the field that is used, where that is one of the console's own; null of a bare one. */
  readonly from: string | null
  /** Attributes whose value stands in the source as it is. */
  readonly told: Readonly<Record<string, string>>
}

// Chosen, dragged or ticked; a browser lets nobody type a word into a day or a time.
const noText = new Set(['checkbox', 'radio', 'range', 'file', 'date', 'time'])
const fieldName = /(?:Field|Area|Input)$/
/** Of a field that is told apart from its neighbours by them. */
export const tellingAttributes = ['label', 'aria-label', 'id', 'side'] as const
const ariaLibrary = 'react-aria-components'
const bareTags = new Set(['Input', 'TextArea'])

/** Every text field of the screens' source, file by file. */
export function readFieldUses(): readonly FieldUse[] {
  const sources = globSync('**/*.tsx', { cwd: rendererRoot }).toSorted().map(readSource)
  const withFields = filesWithFields(sources)
  return sources.flatMap(({ file, elements, imports }) =>
    elements.flatMap(({ tag, told }): readonly FieldUse[] => {
      if (noText.has(told['type'] ?? 'text')) return []
      if (isBare(tag, imports)) return [{ file, tag, from: null, told }]
      const from = ownFieldOf(tag, file, imports)
      return from !== null && withFields.has(from) ? [{ file, tag, from, told }] : []
    }),
  )
}

/** As a person reads it in a list of what is missing. */
export function nameOf({ file, tag, told }: FieldUse): string {
  const [first] = tellingAttributes.flatMap((name) => told[name] ?? [])
  return first === undefined ? `${file} <${tag}>` : `${file} <${tag}> “${first}”`
}

interface Element {
  readonly tag: string
  readonly told: Readonly<Record<string, string>>
}

interface Source {
  readonly file: string
  readonly elements: readonly Element[]
  /** What a name of this file is elsewhere. */
  readonly imports: ReadonlyMap<string, { readonly path: string; readonly name: string }>
}

/** Files that have a bare field, or use the field of one that does. */
function filesWithFields(sources: readonly Source[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (let before = -1; before < found.size;) {
    before = found.size
    for (const { file, elements, imports } of sources)
      for (const { tag, told } of elements) {
        const from = ownFieldOf(tag, file, imports)
        if (noText.has(told['type'] ?? 'text')) continue
        const isOther = from !== null && from !== file && found.has(from)
        if (isBare(tag, imports) || isOther) found.add(file)
      }
  }
  return found
}

function isBare(tag: string, imports: Source['imports']): boolean {
  if (tag === 'textarea' || tag === 'input') return true
  const from = imports.get(tag)
  return from?.path === ariaLibrary && bareTags.has(from.name)
}

/** The file of a field of the console's own; null of anything else. */
function ownFieldOf(tag: string, file: string, imports: Source['imports']): string | null {
  if (!fieldName.test(tag)) return null
  const from = imports.get(tag)
  if (from === undefined) return file
  return from.path.startsWith('.') ? join(dirname(file), from.path) : null
}

interface Node {
  readonly type: string
}

function readSource(file: string): Source {
  const { program } = parseSync(file, readFileSync(join(rendererRoot, file), 'utf8'))
  const elements: Element[] = []
  const imports = new Map<string, { path: string; name: string }>()
  for (const node of everyNode(program)) {
    if (node.type === 'JSXOpeningElement') elements.push(...readElement(node))
    if (node.type === 'ImportDeclaration') readImport(node, imports)
  }
  return { file, elements, imports }
}

function* everyNode(value: unknown): Generator<Node> {
  if (typeof value !== 'object' || value === null) return
  if ('type' in value && typeof value.type === 'string') yield { ...value, type: value.type }
  for (const inner of Object.values(value)) yield* everyNode(inner)
}

const namedSchema = z.looseObject({ name: z.string() })
const attributeSchema = z.looseObject({
  type: z.literal('JSXAttribute'),
  name: namedSchema,
  value: z.looseObject({ type: z.literal('Literal'), value: z.string() }),
})
const elementSchema = z.looseObject({ name: namedSchema, attributes: z.array(z.unknown()) })

function readElement(node: Node): readonly Element[] {
  const read = elementSchema.safeParse(node)
  if (!read.success) return []
  const told = read.data.attributes.flatMap((one) => {
    const attribute = attributeSchema.safeParse(one)
    return attribute.success ? [[attribute.data.name.name, attribute.data.value.value] as const] : []
  })
  return [{ tag: read.data.name.name, told: Object.fromEntries(told) }]
}

const importSchema = z.looseObject({
  source: z.looseObject({ value: z.string() }),
  specifiers: z.array(z.looseObject({ local: namedSchema, imported: namedSchema.optional() })),
})

function readImport(node: Node, imports: Map<string, { path: string; name: string }>): void {
  const { source, specifiers } = importSchema.parse(node)
  for (const { local, imported } of specifiers)
    imports.set(local.name, { path: source.value, name: imported?.name ?? local.name })
}
