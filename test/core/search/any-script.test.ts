/* oxlint-disable no-await-in-loop -- one after the other is the point */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SessionId } from '../../../src/shared/ids.ts'
import { maxFoundSessions, type FoundSession } from '../../../src/shared/ipc/search-calls.ts'
import { createOpenWorld, prepareSession, type Prepared, type World } from '../support/world.ts'
import { noFilters } from './no-filters.ts'

let world: World
let group: Prepared
beforeAll(async () => {
  world = await createOpenWorld()
  group = await prepareSession(world, 1)
})
afterAll(() => world.close())

/** A session of its own with this note in it, newer than every other. */
async function writeDown(text: string): Promise<SessionId> {
  world.clock.pass(60_000)
  const { groupId, leadId } = group
  const input = { groupId, leadId, topic: '', coLeadIds: [], plannedStartMs: null }
  const { sessionId } = await world.get('session.prepare', input)
  await world.get('session.record-note', { sessionId, text })
  return sessionId
}

async function find(typed: string, sessionId: SessionId): Promise<FoundSession | undefined> {
  const { sessions } = await world.get('search.record', {
    text: typed,
    filters: noFilters,
    newest: maxFoundSessions,
  })
  return sessions.find((found) => found.sessionId === sessionId)
}

/** Sentences as they are written in forty languages, for the words that nobody invents by chance. */
const sentences = [
  'Dee names the walk home as her trigger; can’t sleep, 3.14 times, self-care & co-op.',
  'L’alcool, c’était hier. Où vas-tu, garçon? Œuvre, cœur, Noël, ﬁn. 10\u202f000 fois, 5\u202fµg.',
  'Straße, STRASSE, Größe, MASSSTAB, ẞ. Ærø, Łódź, đa, þing, naïve, ŋ, ĳ.',
  'Diyarbakır İstanbul ISPARTA ılık Iğdır.',
  'Ο Οδυσσέας ΟΔΟΣ οδός Άνθρωπος ΐ ᾳ ώς.',
  'Ёлка ёж, Київ, Ґалаґан, белый снег, Ђорђе.',
  'Հայաստան, և երկիր։',
  'שָׁלוֹם עוֹלָם, מה שלומך? ירושלים',
  'السَّلامُ عَلَيْكُم، مـــرحبا، آمنة، مدرسة، ۱۲۳',
  'می‌خواهم بنویسم، کتاب‌ها، یک',
  'ܫܠܡܐ ܥܠܡܐ',
  'हिन्दी में लिखा हुआ, क्षत्रिय, किताब, ज़िंदगी १२३',
  'বাংলা ভাষা, কষ্ট, দুঃখ',
  'ਪੰਜਾਬੀ ਭਾਸ਼ਾ; ગુજરાતી લિપિ; ଓଡ଼ିଆ ଭାଷା',
  'தமிழ் மொழி, துக்கம்; తెలుగు భాష; ಕನ್ನಡ ಭಾಷೆ; മലയാളം ഭാഷ',
  'සිංහල භාෂාව',
  'วันนี้เขาเดินกลับบ้านคนเดียวและรู้สึกเศร้ามาก ๑๒๓',
  'ມື້ນີ້ລາວຍ່າງກັບບ້ານຄົນດຽວ',
  'ថ្ងៃនេះគាត់ដើរទៅផ្ទះម្នាក់ឯង',
  'ဒီနေ့ သူအိမ်ကို တစ်ယောက်တည်း လမ်းလျှောက်ပြန်တယ်',
  'བོད་སྐད་ཡིག་གཟུགས།',
  '今天他一个人走回家，感到很难过。長い散歩。',
  '今日は一人で歩いて家に帰りました。カラオケ、パーティー、ｶﾞﾗｽ、ー',
  '오늘 혼자 집에 걸어갔어요. 슬펐습니다',
  'ሰላም ለዓለም፡ዛሬ።',
  'ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ ᏣᎳᎩ',
  'ᐃᓄᒃᑎᑐᑦ ᐅᖃᐅᓯᖅ',
  'ქართული ენა ᲥᲐᲠᲗᲣᲚᲘ',
  'ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ',
  'ꦧꦱꦗꦮ ᬪᬵᬱᬩᬮᬶ',
  'ⵜⴰⵎⴰⵣⵉⵖⵜ ߒߞߏ 𞤀𞤣𞤤𞤢𞤥 ꕙꔤ',
  'Hawaiʻi, don‘t, rock’n’roll, e.g. U.S.A., a/b, foo_bar, x², №5, Ⅳ, ①, ½ cup, µg',
  '𠮷野家 𝒜𝓁𝓅𝒽𝒶 ﷲ ﷺ',
]

const joins = [
  ' ',
  ' ',
  ' ',
  '',
  '-',
  "'",
  '’',
  '.',
  ', ',
  '\n',
  '\u200b',
  '\u00ad',
  '\u200d',
  '_',
  '/',
  '·',
  '"',
  '"',
]
const anyText = fc
  .array(
    fc.tuple(
      fc.oneof(
        fc.constantFrom(...sentences.flatMap((sentence) => [sentence, ...sentence.split(' ')])),
        fc.string({ unit: 'grapheme', maxLength: 12 }),
        fc.string({ unit: 'binary', maxLength: 6 }),
      ),
      fc.constantFrom(...joins),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((pieces) => pieces.flat().join(''))
  .filter((text) => text.trim() !== '' && text.isWellFormed())

const locales = ['en', 'th', 'ja', 'zh', 'km', 'ar']

// A stroke that lengthens a line (as some old files have it: with a vowel on it), apostrophes that Unicode calls letters, and
// the parts of a Korean syllable: alone they are nobody's word.
const letters = /[^\P{L}ـʹ-ʿˈ-ˏ\u0374\u1100-\u11ff\u3131-\u318e]|\p{N}/gu
// What stands behind one of these goes on with the word before it.
const joined = /(?!\u200b)\p{Cf}$/u

function countLetters(text: string): number {
  return text.match(letters)?.length ?? 0
}

function isMadeOfLetters(segment: string): boolean {
  return countLetters(segment) > 0 && countLetters(segment.normalize('NFKC')) > 0
}

/** What the Unicode standard, and ICU with its dictionaries, calls the words of a text. */
function wordsOf(text: string, locale: string): string[] {
  const segments = new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)
  return Array.from(segments)
    .filter(({ segment, isWordLike }) => isWordLike === true && isMadeOfLetters(segment))
    .filter(({ index }) => !joined.test(text.slice(0, index)))
    .map(({ segment }) => segment)
}

/**
 * Its beginnings of two letters and more: after the blank too where Unicode has one within a word, as the narrow one that
 * French sets in a number.
 */
function beginningsOf(word: string): string[] {
  const signs = Array.from(new Intl.Segmenter('en').segment(word), ({ segment }) => segment)
  return signs
    .map((_, index) => signs.slice(0, index).join(''))
    .filter((start) => countLetters(/\S*$/u.exec(start)?.[0] ?? '') >= 2)
}

describe('every word of a record note, in any script', () => {
  it.each(sentences)('of “%s”', async (sentence) => {
    const sessionId = await writeDown(sentence)
    for (const locale of locales) {
      for (const word of wordsOf(sentence, locale)) {
        expect(await find(word, sessionId), word).toBeDefined()
        for (const start of beginningsOf(word))
          expect(await find(start, sessionId), `${start}|${word}`).toBeDefined()
      }
    }
  })

  it('and of any mixture of them', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, fc.constantFrom(...locales), async (text, locale) => {
        const sessionId = await writeDown(text)
        const words = wordsOf(text, locale).filter((word) => word.length <= 200)
        for (const word of new Set(words)) {
          const found = await find(word, sessionId)
          expect(found, word).toBeDefined()
          expect(found?.snippet.some(({ isHit }) => isHit)).toBe(true)
        }
        const [word] = words.toSorted((one, other) => other.length - one.length)
        for (const start of beginningsOf(word ?? '').slice(0, 8))
          expect(await find(start, sessionId), `${start}|${word}`).toBeDefined()
      }),
      { numRuns: 250 },
    )
  })
})

describe('a word is found however it is typed', () => {
  it.each([
    ['Straße', ['STRASSE', 'strasse', 'straße', 'STRAẞE']],
    ['Größe', ['grosse', 'GRÖSSE', 'große']],
    ['ΟΔΟΣ', ['οδος', 'οδός', 'Οδοσ']],
    ['Diyarbakır', ['diyarbakir', 'DİYARBAKIR', 'DIYARBAKIR']],
    ['İstanbul', ['istanbul', 'ISTANBUL', 'ıstanbul']],
    ['naïve', ['naive', 'NAI\u0308VE']],
    ['Łódź', ['lodz', 'ŁÓDŹ']],
    ['ёлка', ['елка', 'ЁЛКА']],
    ['שָׁלוֹם', ['שלום']],
    ['السَّلامُ', ['السلام', 'الســـلام']],
    ['کتاب', ['كتاب']],
    ['ｶﾞﾗｽ', ['ガラス']],
    ['Ｔｏｋｙｏ', ['tokyo']],
    ['ﬁn', ['fin']],
    ['5 µg', ['μg', 'µg', '5 µg']],
    ['can’t', ["can't", 'can`t', 'can']],
  ])('%s', async (written, spellings) => {
    const sessionId = await writeDown(written)
    for (const typed of spellings) expect(await find(typed, sessionId), typed).toBeDefined()
  })

  it('but a sign that is a letter in its own right is no accent', async () => {
    const sessionId = await writeDown('किताब ざる')
    expect(await find('कुताब', sessionId)).toBeUndefined()
    expect(await find('さる', sessionId)).toBeUndefined()
  })
})
