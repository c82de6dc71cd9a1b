import type { Modality } from '../../session/vocabulary.ts'
import { statutoryElementSchema, type StatutoryElement } from './finding.ts'
import { sentencesOf } from './sentences-of.ts'

// English words: without the flag for Unicode they are looked for several times as fast.
// A session's own start, stop and modality are in its note. What can stand in a private note alone is another contact: one
// alone with the member, or in another way than the session was held.
const ways = {
  alone:
    'seen (?:alone|individually|one[- ]to[- ]one)|(?:spoke|met|talked|sat|stayed) (?:\\w+ )?(?:alone|individually|one[- ]to[- ]one)|one[- ]to[- ]one|1:1|individual (?:session|contact|time)|home visit|alone with (?:her|him|them) (?:for|after|until)',
  phone: 'by (?:tele)?phone|over the phone|(?:tele)?phone (?:call|contact|session)',
  video: 'telehealth|by video|video (?:call|session)',
  inPerson: 'in person|face[- ]to[- ]face|came (?:in )?to (?:the|my) office',
} as const

const otherContact: Readonly<Record<Modality, RegExp>> = {
  'in-person': anyOf(ways.alone, ways.phone, ways.video),
  video: anyOf(ways.alone, ways.phone, ways.inPerson),
  phone: anyOf(ways.alone, ways.video, ways.inPerson),
  hybrid: anyOf(ways.alone, ways.phone),
}
const timeOrSpan =
  /\b\d{1,2}:\d{2}\b|\b\d{1,2}\s?[ap]\.?m\b|\b\d+\s?(?:min|minutes|h|hours?)\b|\b(?:half an|an|one) hour\b/i

type VocabularyElement = Exclude<StatutoryElement, 'start-stop' | 'modality'>

const vocabulary: Readonly<Record<VocabularyElement, RegExp>> = {
  'test-results':
    /\b(?:UDS|UA|BAC|PHQ-?9|GAD-?7|PCL-?5|AUDIT(?:-C)?|DAST|C-SSRS|MoCA|MMSE|breathaly[sz]er|tox(?:icology)? (?:screen|report)|(?:urine|drug|alcohol|saliva|hair) (?:screen|test)\w*|lab(?:oratory)? (?:results?|values?|work)|blood (?:test|work|level)s?|test results?|tested (?:positive|negative)|(?:positive|negative) for|came back (?:positive|negative|clean))\b/i,
  medication:
    /\b(?:medications?|meds|medicines?|dos(?:e|es|age)|\d+\s?(?:mg|mcg|µg)|prescri\w+|refills?|patch|injection|SSRIs?|SNRIs?|antidepressants?|antipsychotics?|mood stabili[sz]ers?|benzo\w*|stimulants?|opioid agonist|naltrexone|vivitrol|buprenorphine|suboxone|subutex|methadone|disulfiram|antabuse|acamprosate|campral|naloxone|narcan|sertraline|zoloft|fluoxetine|prozac|escitalopram|lexapro|citalopram|paroxetine|venlafaxine|duloxetine|bupropion|wellbutrin|mirtazapine|trazodone|amitriptyline|lithium|lamotrigine|valpro\w+|depakote|topiramate|quetiapine|seroquel|olanzapine|risperidone|aripiprazole|abilify|clozapine|haloperidol|alprazolam|xanax|lorazepam|ativan|clonazepam|klonopin|diazepam|valium|hydroxyzine|gabapentin|pregabalin|prazosin|clonidine|propranolol|methylphenidate|ritalin|adderall|zolpidem|ambien)\b/i,
  diagnosis:
    /\b(?:diagnos(?:is|es|ed|tic)|meets? (?:the )?criteria|rule[sd]? out|DSM(?:-5)?|ICD(?:-1[01])?|F\d{2}(?:\.\d{1,3})?|PTSD|OCD|ADHD|MDD|GAD|BPD|(?:bipolar|personality|depressive|anxiety|panic|mood|eating|psychotic|substance use|alcohol use|opioid use|stress|conduct|dissociative) disorder|bipolar (?:I|II|1|2)|schizo\w+|borderline personality)\b/i,
  function:
    /\b(?:(?:has|have|had) not|hasn['’]?t|haven['’]?t|can(?:not|['’]t| not)|could(?: not|n['’]t)|unable to|no longer|stopped|struggles to|manages? to|is able to|back at|returned to) (?:\w+ ){0,2}?(?:work\w*|school|leave|left|cook\w*|shop\w*|wash\w*|shower\w*|dress\w*|look after|looking after|care for|caring for|drive|driving|get out of bed|getting out of bed|pay|paying|parent\w*|concentrate)\b|\b(?:functioning|functional(?: status| impairment)?|ADLs?|activities of daily living|impairment|on disability)\b/i,
  'treatment-plan':
    /\b(?:(?:treatment|care|recovery|safety|discharge) plan|level of care|step(?:ped|ping)? (?:down|up) to|discharge[ds]?|refer(?:red|ral)|add a (?:\w+ )?goal|new (?:goal|objective)|change (?:the )?(?:goal|objective)s?|frequency of (?:sessions|groups))\b/i,
  symptoms:
    /\b(?:symptoms?|panic attacks?|insomnia|nightmares?|flashbacks?|hallucinat\w+|hear(?:s|ing) voices|delusion\w*|paranoi\w*|suicid\w+|self-?harm\w*|cutting herself|cutting himself|anhedonia|cravings?|withdrawal symptoms?|tremors?|dissociat\w+|mani[ac]\w*|depressed|low mood|intrusive (?:thoughts|memories)|hypervigilan\w+|binge\w*|purg(?:es|ing)|blackouts?)\b/i,
  prognosis:
    /\bprognos\w+|\b(?:likely|unlikely|bound) to (?:relapse|recover|improve|drop out|use again|complete)\b|\boutlook (?:is|for)\b/i,
  progress:
    /\b(?:progress(?:ed|ing|es)?|improv(?:ed|es|ing|ement|ements)|deteriorat\w+|regress(?:ed|ion|ing)|worsen(?:ed|ing|s)|setback|(?:getting|got|doing) (?:better|worse)|gains (?:in|since))\b/i,
}

/** All but the two that another contact tells. */
const elements = statutoryElementSchema.exclude(['start-stop', 'modality']).options

/**
 * The elements that by law may not stand in a private note alone, found in a sentence by their vocabulary. `modality`: how
 * the session was held.
 */
export function elementsIn(sentence: string, modality: Modality): ReadonlySet<StatutoryElement> {
  const found = new Set<StatutoryElement>()
  for (const element of elements) {
    if (vocabulary[element].test(sentence)) found.add(element)
  }
  if (!otherContact[modality].test(sentence)) return found
  found.add('modality')
  if (timeOrSpan.test(sentence)) found.add('start-stop')
  return found
}

/** Whether any of these texts holds an element. */
export function holdsElement(
  texts: readonly string[],
  element: StatutoryElement,
  modality: Modality,
): boolean {
  switch (element) {
    case 'modality':
      return texts.some((text) => otherContact[modality].test(text))
    case 'start-stop':
      return texts.some(
        (text) =>
          otherContact[modality].test(text) &&
          sentencesOf(text).some((sentence) => elementsIn(sentence.text, modality).has(element)),
      )
    default:
      return texts.some((text) => vocabulary[element].test(text))
  }
}

function anyOf(...alternatives: readonly string[]): RegExp {
  return new RegExp(`\\b(?:${alternatives.join('|')})\\b`, 'i')
}
