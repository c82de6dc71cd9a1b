/** Folded words after which, or beside which, a person is meant. `n't` is folded into its verb: `didnt`. */
function listed(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/u))
}

/** What people do and moods, seasons and works of art do not. */
export const humanVerbs = listed(
  `said says told tells asked asks shared shares spoke speaks nodded nods cried cries wept laughed laughs smiled smiles
  listened listens answered answers replied replies thanked thanks agreed agrees disagreed disagrees argued argues
  described describes explained explains mentioned mentions noticed notices noted suggested suggests admitted admits
  disclosed discloses denied denies reported reports stated states talked talks whispered shouted yelled sighed sang
  read reads wrote writes sat sits stood stands arrived arrives left leaves walked walks stepped steps joined joins
  volunteered practised practiced practises practices rehearsed rehearses passed passes offered offers invited invites
  promised promises apologised apologized interrupted interrupts praised praises encouraged encourages challenged
  challenges confronted confronts supported supports congratulated comforted hugged hugs waved waves looked looks
  watched watches thought thinks felt feels knew knows believed believes wanted wants wished wishes needed needs
  planned plans tried tries decided decides remembered remembers recalled recalls forgot forgets heard hears saw sees
  met meets called calls texted texts phoned phones drove drives gave gives took takes received receives borrowed
  lent lends brought brings drank drinks ate eats slept sleeps smoked smokes used uses relapsed attended attends
  participated participates responded responds reflected reflects acknowledged acknowledges identified identifies
  named names related expressed expresses voiced voices complained complains worried worries hesitated hesitates paused
  insisted insists refused refuses declined declines accepted accepts helps teased joked jokes snapped swore swears
  commented comments added adds asserted confirmed confirms disputed repeated repeats recounted presented presents
  introduced introduces led leads moved appeared appears seemed seems showed shows chose chooses picked cancelled
  missed misses skipped missed wondered wonders learned learnt learns understood understands likes liked loves loved`,
)

/** Finite verbs besides: a word that is itself a verb or an adjective cannot stand before them but as a name. */
export const finiteVerbs = listed(
  `is was has had does did isnt wasnt hasnt hadnt doesnt didnt would could should wouldnt couldnt shouldnt cannot can
  came comes went goes got gets made makes kept keeps found finds held holds put ran runs sent sends began begins
  helped helps returned returns stayed stays became becomes lost loses won wins woke wakes ended grew grows threw throws
  caught catches bought buys built builds fell falls fought fights hid hides paid pays taught teaches won wore wears
  shook shakes rang set sets hit let lets cut hurt quit`,
)

/** Base forms that are their own past: `Will put` may be either, and notes begin with what is planned. */
export const sameInPast = listed(
  'put set hit let cut hurt quit read cost shut spread bet cast beat come run become',
)

/** Stand between somebody and what they do. */
export const betweenVerbs = listed(
  'also then again never later only first just finally both often once even still quietly soon always second next',
)

/** After `was`, these speak of a thing: `Hope was named as a reason`. */
export const saidOfThings = listed(
  `the a an what hard named discussed described mentioned offered reviewed one her his their my important lost gone
  difficult easy possible chosen used explored identified seen found central something back over when where why how on
  in another not no never always only still also introduced suggested taught her's needed missing spoken written read
  part about there`,
)

/** Stand before a person, and before no plan, mood or month. */
export const beforePeople = listed(
  'told tells asked asks thanked thanks hugged called invited praised and with beside between when while after before until because that whether if how',
)

/** Follow a name that begins a row of people: `Grace and another member`. */
export const otherPeople = listed('another two three four five six others several everyone')

/** After these a capital is part of the name of a place, a work or a programme. */
export const placeNouns = listed(
  `church house home hall center centre clinic hospital street road avenue lane park school college university program
  programme therapy foundation prayer group library project choir bay city county island hill river lake bridge court
  day festival market store cafe wednesday friday thursday monday tuesday saturday sunday class classes wing unit`,
)

/** Before a capital, `her` may also be whom something was told. */
export const articles = listed('a an the')
export const possessives = listed('her his my their our your its')

/** Verbs of people that are also the plural of a thing: `Summer plans were reviewed`. */
export const pluralsToo = listed(
  'plans needs calls notes reports wishes supports challenges texts phones drives drinks uses names promises offers answers talks walks steps waves jokes comments practices smiles laughs cries mentions learns likes loves feels looks states passes shares sleeps chooses',
)

/** What moods and seasons do too, in the present tense of a general saying: `Summer brings more parties`. */
export const doneByThings = listed(
  'brings gives shows leads appears seems passes takes helps needs offers presents moved feels supports encourages leaves adds',
)

/** Who `her roommate` is can only be a person. */
export const personNouns = listed(
  'roommate friend sponsor neighbor neighbour sister brother cousin aunt uncle partner boss colleague peer buddy ride support husband wife mother father',
)

/** Begin what is said to somebody after their name: `Grace, can you stop?` */
export const addressing = listed(
  'can could will would you please thank thanks do did are how what why where i stop come let dont its thats',
)

/** Small words of a title. */
export const titleWords = listed(
  'with from into under over about through after before your than when without between beyond',
)

/** Before these a month is meant. */
export const beforeMonths = listed(
  'in since until till by during of through last next this every early late mid for',
)
