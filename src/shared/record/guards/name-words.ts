/**
 * How a name is also a word of English, which decides what shows that a person is meant.
 *
 * - *modal*: `Will call` begins a sentence without a subject, as notes are written.
 * - *verb*: likewise `Mark the calendar`, `Rose to leave`.
 * - *noun*: can itself be what a sentence is about, as in `Hope was the word she chose`.
 * - *month*: stands after `in`, `since`, and beside a number.
 * - *adjective*: `Frank about her cravings`.
 * - *pronoun*: begins sentences too often to be a person there.
 */
export type WordClass = 'modal' | 'verb' | 'noun' | 'month' | 'adjective' | 'pronoun'

const words: Readonly<Record<WordClass, string>> = {
  modal: 'will may can might must',
  verb:
    'mark bill grant chase pat sue bob rob nick skip trip lance pierce wade drew rose ray tuck hank chuck don peg ' +
    'jack rip buck duke case dare reach harry dash carry marry clay cash chance hunt pace page place bond colt curt ' +
    'mat mick neil park ring rock rush sang sung saw stew tab tap tip tug wait walk ward warren whit wolf wren york ' +
    'hung dung lie let set bless charm',
  noun:
    'hope joy grace faith art summer autumn winter spring dawn eve love charity patience prudence mercy constance ' +
    'temperance verity honor honour harmony melody trinity justice liberty serenity felicity destiny heaven angel ' +
    'star sky sunny river brook brooks lake lane ocean rain snow storm stormy cloud moon sun dale glen heath cliff ' +
    'reed forrest forest woods field fields stone rock banks bell hall house church ford bush parks garden rosemary ' +
    'sage basil ginger olive violet lily daisy iris ivy holly heather fern poppy hazel laurel myrtle jasmine willow ' +
    'aspen ash cherry clementine apple berry coral crystal amber jade ruby pearl opal gem jewel diamond penny ' +
    'bill mark jack guy buddy sonny junior sandy misty rusty dusty stew ham carol viola victor gene jean jeans ' +
    'max miles mason carter cooper tyler taylor turner fisher hunter baker cook porter potter carpenter painter ' +
    'singer walker driver page knight king prince duke earl major marshal bishop abbot dean deacon pope priest ' +
    'parson sheriff cross case weeks holiday day knight wolf fox fish bird robin jay wren crane drake hawk raven ' +
    'lamb bull hand foot head banks price worth young bill gail gale kit norm dot kay bea angel christian israel ' +
    'india china chelsea paris london austin dallas jordan georgia virginia carolina florence sydney savannah ' +
    'phoenix madison lincoln jackson chance hank van lance ward rod rex dolly barb chip pip pat patty nick ned ' +
    'missy babs chuck beau bo lee sample song ace scout blue sky ever journey genesis nova august member client patient guest person',
  month: 'may april june july august march',
  adjective:
    'frank rich earnest ernest sunny sandy rusty dusty misty stormy young long short brown green white black gray ' +
    'grey little small wise best sharp strong bright hardy noble early blue merry bonny royal true happy lucky ' +
    'gay loving stark stern valiant dear candid blessing precious sincere true curt moody',
  pronoun:
    'he she i you we they it my so an a me us in is as at do no to or of on if be by am go up her him his hung ' +
    'sang ho le la min can man men all any are ming ling long bao son sun see say mine me one ten du',
}

const wordClasses: readonly WordClass[] = ['modal', 'verb', 'noun', 'month', 'adjective', 'pronoun']

const classes = new Map<string, Set<WordClass>>()
for (const name of wordClasses) {
  for (const word of words[name].split(' ')) classes.set(word, (classes.get(word) ?? new Set()).add(name))
}

/** As which kinds of word a folded name is common in English; undefined for a name that is nothing else. */
export function classesOf(folded: string): ReadonlySet<WordClass> | undefined {
  return classes.get(folded)
}

/**
 * Initials that a chart is full of. They mean a person only where something is said that only a person does.
 */
export const chartAbbreviations: ReadonlySet<string> = new Set(
  (
    'AA NA CA GA MA OA ALANON PM AM MD DO PA NP RN PT OT ST SLP SW MSW BA BS PHD JD DC DV CPS PO CM CD CC HR IT TV ' +
    'OK US USA UK EU ID ED ER ICU OR IP OP PHP IOP MAT MI CBT DBT ACT EMDR ERP REBT CM TX DX HX RX SX FX PX SI HI ' +
    'SIB SH AH VH AVH OD BP HR RR BMI BAC UDS UA UTI MS TBI HIV HCV STI PTSD CPTSD GAD MDD BPD BD ADHD ADD ASD OCD ' +
    'ED AN BN SUD AUD OUD SAD SSI SSDI VA IM IV PO PRN BID TID QD QHS EKG ECG EEG CT MRI LOC DOB DUI DWI POC ISP ' +
    'BPS ROI ETA FYI ASAP TBD NB PS AKA DOC FU MH BH OB GI GP CEO HS GED II III IV VI AC DC CV LA NY NYC DC TX FL IL'
  ).split(' '),
)
