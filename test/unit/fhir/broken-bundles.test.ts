import { describe, expect, test } from 'vitest'
import { noteBundle } from '../../../src/main/core/fhir/note-bundle.ts'
import { documentErrors, schemaErrors } from '../../support/fhir-rules.ts'
import { readXhtml } from '../../support/read-xhtml.ts'
import { amendment, coSignature, disclosure, noteDocument, signedNote } from '../../support/note-cases.ts'

const assembledAtMs = Date.UTC(2040, 0, 1)

// A check that finds nothing wrong with anything would pass every bundle.
describe('a bundle that is broken is found to be', () => {
  const facts = noteDocument(
    signedNote('DAP'),
    [coSignature(1), amendment(2, 'addendum', 'More.')],
    disclosure,
  )
  const whole = JSON.stringify(noteBundle(facts, assembledAtMs, 'en-US'))

  test.each([
    ['a field that R4 has not', '"type":"document"', '"type":"document","kind":"note"'],
    ['another kind of bundle', '"type":"document"', '"type":"paper"'],
    ['a status of no list', '"status":"amended"', '"status":"signed"'],
    ['a resource of no kind', '"resourceType":"Group"', '"resourceType":"Circle"'],
    ['a composition without an author', '"author":[', '"writer":['],
    ['an encounter without a class', '"class":{', '"kind":{'],
    ['a time without its zone', /("timestamp":"[^"]*)-\d\d:\d\d"/, '$1"'],
    ['a count in letters', '"quantity":10', '"quantity":"ten"'],
    ['a name without a text', '"text":"Dee Sample"', '"text":""'],
    ['a blank that the type string has not', '"text":"Dee Sample"', '"text":"Dee\u{a0}Sample"'],
    ['a narrative without its text', /"div":"<div[^"\\]*/, '"markup":"'],
    ['a url with blanks', '"http://loinc.org"', '"http://loinc org"'],
  ])('by the schema: %s', (_what, from, to) => {
    const broken = whole.replace(from, to)
    expect(broken).not.toBe(whole)
    expect(schemaErrors(broken)).not.toEqual([])
  })

  test.each([
    ['bdl-9', '"identifier":{"system":"urn:ietf:rfc:3986",', '"identifier":{'],
    ['bdl-10', /"timestamp":"[^"]*",/, ''],
    ['bdl-11', '"resourceType":"Composition"', '"resourceType":"Basic"'],
    ['bdl-7', /("fullUrl":"[^"]*")(.*?)"fullUrl":"[^"]*"/, '$1$2$1'],
    ['is not its id', '"fullUrl":"urn:uuid:', '"fullUrl":"urn:uuid:0'],
    ['leads nowhere', '"reference":"urn:uuid:', '"reference":"urn:uuid:0'],
    ['nothing refers to', /"entry":\[\{"reference":"[^"]*"\},\{"reference":"[^"]*"\}\]/, '"entry":[]'],
    ['not one Patient', '"resourceType":"Patient"', '"resourceType":"Person"'],
    ['no Practitioner', /"resourceType":"Practitioner"/g, '"resourceType":"Person"'],
    ['before it was written', '"timestamp":"20', '"timestamp":"19'],
    ['is empty', '"display":"restricted"', '"display":null'],
    ['closes nothing', '</p>', '<br></p>'],
    ['not well-formed', '</p>', ' & </p>'],
    ['txt-1', '<p>', '<p onclick=\\"x\\">'],
    ['txt-2', /<p>Dee Sample[^<]*<\/p>/, '<p> </p>'],
    ['no div of XHTML', / xmlns=\\"[^"]*\\"/, ''],
  ])('by the rules beside it: %s', (rule, from, to) => {
    const broken = whole.replace(from, to)
    expect(broken).not.toBe(whole)
    expect(documentErrors(broken).join('; ')).toContain(rule)
  })

  test.each([
    '<p>a</b>',
    '<p>a',
    'a',
    '<p>a & b</p>',
    '<p>a < b</p>',
    '<p a=b>c</p>',
    '<p>a</p><p>b</p>',
    '<p>\u{0}</p>',
    '<p>&nbsp;</p>',
  ])('%j is not well-formed', (markup) => {
    expect(() => readXhtml(markup)).toThrow()
  })
})
