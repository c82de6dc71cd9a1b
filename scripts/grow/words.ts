import { zipf, type Chance } from './chance.ts'

// What a clinician writes, as sentences with gaps, and words for the gaps; each list from the frequent to the rare.
const gaps = {
  urge: 'craving|urge|thought of using|wish to drink|restlessness|trigger|cue|dream of using|pull of the old route|longing|rehearsed excuse',
  feeling:
    'anxious|tired|ashamed|angry|hopeful|lonely|numb|relieved|proud|irritable|afraid|calm|restless|grateful|overwhelmed|guilty|hollow|tender|wary|jubilant|bereft|sheepish|buoyant|desolate|quietened|rueful|exultant',
  when: 'Friday evening|after work|at night|on the weekend|in the morning|after the argument|on payday|at the family dinner|before the session|during the commute|on the anniversary|after the hearing|between shifts|in the waiting room|on the ferry|at dusk|after the wake|during the eclipse',
  person:
    'a friend|a sister|the sponsor|a partner|a brother|a colleague|the supervisor|a neighbour|a former partner|the probation officer|a cousin|the landlord|a grandmother|a stepfather|the pharmacist|an uncle|the bailiff|a godmother|the choir leader|a tattooist',
  place:
    'at home|at work|in the car|at the bar|at the corner store|on the bus|in the kitchen|at the clinic|in the park|at the station|at the shelter|in the stairwell|at the laundromat|in the allotment|at the courthouse|in the boathouse|at the quarry',
  skill:
    'urge surfing|grounding|opposite action|the stop card|paced breathing|calling somebody|refusal in a role-play|a behaviour chain|problem solving|radical acceptance|the decision balance|self-compassion|wise mind|an exposure ladder|cognitive defusion|progressive relaxation|savouring|the worry postponement',
  topic:
    'high-risk evenings|sleep|cravings|boundaries|shame|family roles|anger|grief|work stress|relapse warning signs|refusal skills|trust|loneliness|medication|money|parenting|pain|forgiveness|housing|court dates|identity|caregiving|immigration papers|tinnitus|menopause|stammering|homesickness|custody',
  plan: 'call the sponsor before Friday|walk home by another street|attend two meetings|go to bed before midnight|write down one trigger a day|delete the number|practise the breathing twice a day|ask the pharmacist about the dose|eat before the shift|meet the case manager|hand the car keys over|sort the letters with the case worker|return the borrowed ladder|visit the allotment on Sunday',
  conduct:
    'spoke quietly and kept eye contact|asked for feedback|listened with arms folded|smiled for the first time this week|wept and stayed in the room|laughed with the others|kept a hand on the door|looked at the clock|leaned forward|wrote on the card|declined the exercise and said why|rocked the chair|hummed during the pause|tore the cup into strips',
  answer:
    'recognised it|offered two ways out|named the same evening|asked what helped|were silent for a while|disagreed kindly|shared a similar week|thanked them|wrote the number on the board|applauded|passed the tissues|challenged the excuse|retold it without blame',
} as const
type Gap = keyof typeof gaps

const frames = [
  'Named {urge} {when} and used {skill}.',
  'Felt {feeling} {place}; {person} was there.',
  'Said that {urge} came {when} {place}, and that {skill} helped.',
  'Reported feeling {feeling} since {person} called {when}.',
  '{conduct} while the group spoke about {topic}.',
  'Plans to {plan}.',
  'Others {answer} when {topic} came up.',
  'Connected {topic} with what happened {place} {when}.',
  'Practised {skill} {place}; rated the {urge} lower afterwards.',
  'Asked the group how to tell {person} about {topic}.',
  'Described an evening {place}: first {feeling}, later {feeling}.',
  'Agreed to {plan}, and to say next time how it went.',
  'Was {feeling} at the beginning and {feeling} at the close.',
  'The group {answer}; {conduct}.',
  'Came back to {topic} after the break and {conduct}.',
  'Met {person} near {rare} and left before the {urge} grew.',
  'Took the {rare} line instead of walking past the bar; felt {feeling}.',
  'Read two lines from {rare} aloud; others {answer}.',
  'Mentioned {rare} and {person}, then asked about {skill}.',
  'Counted the days since {rare}; {feeling}, and said so.',
] as const

const privateFrames = [
  'My own pull to rescue when {topic} comes up; take it to supervision.',
  'I felt {feeling} when {person} was mentioned. Countertransference?',
  'Hypothesis: {topic} stands for something older. Watch it {when}.',
  'Noticed my irritation at the silence after {urge}; breathe, wait.',
  'Something about {rare} that I do not understand yet.',
  'Do not push {skill} next time; {conduct} says enough.',
] as const

// Members bring their own languages; what they said is kept as they said it.
const elsewhere = [
  'Dijo que las ganas vinieron al volver a casa y que llamó a su hermana.|Practicó la respiración lenta; se sintió aliviada.|Habló de la vergüenza y de la familia.|Quiere dormir antes de medianoche.',
  'Сказала, что тяга пришла вечером после работы.|Говорил о стыде и о доме, держался спокойно.|Позвонит спонсору до пятницы.|Группа молча слушала.',
  'قال إن الرغبة جاءت بعد العمل وإنه مشى إلى البيت من شارع آخر.|تحدثت عن النوم وعن أختها.|سيتصل بصديقه قبل يوم الجمعة.|كان هادئا في نهاية الجلسة.',
  '下班后有想喝酒的念头，改走另一条路回家。|谈到羞愧和家人，声音很轻。|打算周五以前给朋友打电话。|小组听完以后沉默了一会儿。',
  'शाम को काम के बाद तलब हुई, बहन को फ़ोन किया।|नींद और परिवार के बारे में बात की।|शुक्रवार से पहले मित्र से मिलेगा।|अंत में शांत थी।',
  '帰り道に飲みたくなり、呼吸法を使った。|家族と恥について静かに話した。|金曜日までに友人に電話する。|終わりには落ち着いていた。',
  'אמרה שהכמיהה באה בערב אחרי העבודה.|דיבר על שינה ועל המשפחה.|יתקשר לחבר לפני יום שישי.|הקבוצה הקשיבה בשקט.',
].map((sentences) => sentences.split('|'))

// Names of streets, shops and books that no other note has: thousands of words that stand in one or two notes each.
const beginnings =
  'Al Bar Bel Brin Cal Cor Dun El Fen Gar Hal Hol In Kel Lan Lin Mar Mel Nor Ol Pen Quar Ran Ros Sel Tal Tor Ul Ver Wal Wen Yar'
const middles = 'a de di e en er ga i ke la lo mi mo na ne o ra re ri ro sa ti to u va ve wi ze'
const endings =
  'bury by combe dale den field ford gate ham hurst ley low mere moor nock shaw stead ston thorpe wick wood worth'
const syllables = [beginnings, middles, endings].map((list) => list.split(' '))

type Part = string | { readonly pick: (chance: Chance) => string }

const pickers = Object.fromEntries(Object.entries(gaps).map(([gap, list]) => [gap, zipf(list.split('|'))]))
const pickRecord = zipf(frames.map(partsOf))
const pickPrivate = zipf(privateFrames.map(partsOf))
const pickTopic = zipf(gaps.topic.split('|'))

function isGap(name: string): name is Gap {
  return name in gaps
}

function partsOf(frame: string): readonly Part[] {
  return frame.split(/[{}]/u).map((part, index) => {
    if (index % 2 === 0) return part
    const pick = isGap(part) ? pickers[part] : invent
    return pick === undefined ? part : { pick }
  })
}

function invent(chance: Chance): string {
  return syllables.map((list) => chance.one(list)).join('')
}

function fill(parts: readonly Part[], chance: Chance): string {
  const text = parts.map((part) => (typeof part === 'string' ? part : part.pick(chance))).join('')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Which of the other languages a member's notes are partly in; null for most. */
export function pickLanguage(chance: Chance): number | null {
  return chance.happens(0.1) ? chance.below(elsewhere.length) : null
}

/** So many sentences for the record. */
export function writeRecord(chance: Chance, count: number, language: number | null = null): string {
  return Array.from({ length: count }, () => {
    const others = language === null || chance.happens(0.5) ? undefined : elsewhere[language]
    return others === undefined ? fill(pickRecord(chance), chance) : chance.one(others)
  }).join(' ')
}

/** A note that nobody else is to read. */
export function writePrivate(chance: Chance): string {
  return Array.from({ length: chance.between(1, 2) }, () => fill(pickPrivate(chance), chance)).join(' ')
}

export function writePlan(chance: Chance): string {
  return `${fill([{ pick: pickers['plan'] ?? invent }], chance)}.`
}

/** What a session is about, as it stands in its head. */
export function writeTopic(chance: Chance): string {
  const topic = pickTopic(chance)
  const words = chance.happens(0.3) ? `${topic} and ${pickTopic(chance)}` : topic
  return words.charAt(0).toUpperCase() + words.slice(1)
}
