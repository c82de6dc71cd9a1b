/* oxlint-disable no-await-in-loop -- a person writes one note after the other */
import type { Page } from 'playwright-core'
import { author, tenNames as names } from './cast.ts'
import * as live from './drive-live.ts'
import * as drive from './drive.ts'
import { pressButton } from './keyboard.ts'
import type { Timepiece } from './timepiece.ts'

/** The clinician's own sentences: what each member showed, how far they came, and what comes next. */
const notes: readonly (readonly [response: string, progress: string, plan: string])[] = [
  [
    'Named the walk past the corner shop as the hardest ten minutes.',
    'Took the long way twice.',
    'Walks with a colleague on Friday.',
  ],
  [
    'Said that the urge came with the silence after dinner.',
    'Cooked on three evenings.',
    'Calls his brother at eight.',
  ],
  [
    'Listened for most of the hour, then spoke of the first week.',
    'Spoke once, unasked.',
    'Brings one question.',
  ],
  [
    'Asked how others refuse a drink at a wedding.',
    'Practised the sentence aloud.',
    'Says it to one cousin.',
  ],
  [
    'Told of a night without sleep and what followed.',
    'Slept before one on two nights.',
    'Puts the telephone in the hall.',
  ],
  [
    'Laughed when the surfing ended, and stayed with it.',
    'Held it for two minutes.',
    'Repeats it before work.',
  ],
  [
    'Described a quarrel and left the room in mind only.',
    'Counted to ten in it.',
    'Writes down what came before.',
  ],
  ['Gave the example of the match on Saturday.', 'Left at half time.', 'Asks for a lift home.'],
  ['Read aloud from the card that was made last week.', 'Carries the card.', 'Shows it to the sponsor.'],
  ['Came for the first time and said why.', 'Agreed to three weeks.', 'Comes on Thursday.'],
]

const shared = [
  'Taught the course of an urge; led urge surfing for two minutes.',
  'Gathered how it had been for each.',
  'Quick to begin, slower after the break; nobody spoke over anybody.',
  'Each names one risky evening and one person to call.',
  'Urge surfing once a day.',
]

/** Types as a clinician does, and counts every key that is not part of a sentence. A chord is one. */
function countingHand(page: Page) {
  let count = 0
  return {
    press: async (keys: string) => {
      count += 1
      await page.keyboard.press(keys)
    },
    write: (sentence: string) => page.keyboard.insertText(sentence),
    count: () => count,
  }
}

function focused(page: Page, name: RegExp) {
  return page.getByRole('textbox', { name }).and(page.locator(':focus'))
}

/** Holds a session of ten, each with a goal, in a new vault, and opens its debrief. */
export async function holdSessionOfTen(page: Page, timepiece: Timepiece): Promise<void> {
  await drive.createVault(page, author)
  await drive.createGroup(page, { name: 'Evening Circle', isOnTuesdays: true })
  for (const [index, name] of names.entries()) {
    await drive.addMember(page, { name, chartId: `C-${100 + index}` })
  }
  await drive.addFacilitator(page, { name: 'Maya Reed', credentials: 'LPC, CADC' })
  for (const name of names) await addGoal(page, name)
  await drive.prepareSession(page, {
    group: 'Evening Circle',
    topic: 'High-risk evenings',
    coLeads: ['Maya Reed'],
  })
  await live.everyoneArrives(page)
  await live.start(page)
  await timepiece.pass(90)
  await live.endNow(page)
  await live.openDebrief(page)
}

async function addGoal(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `More for ${name}` }).click()
  await page.getByRole('menuitem', { name: 'Edit' }).click()
  const form = page.getByRole('dialog')
  await pressButton(page, 'Add a goal', form)
  await focused(page, /^Goal \d/).waitFor()
  await page.keyboard.insertText('An evening that is my own')
  await page.keyboard.press('Enter')
  await form.waitFor({ state: 'detached' })
}

/**
 * Writes and signs the notes of ten, from the open debrief and without the mouse. Answers how many keys that took beyond
 * the clinician's own sentences.
 */
export async function signTenNotes(
  page: Page,
  step: (title: string, work: () => Promise<void>) => Promise<void> = (_title, work) => work(),
): Promise<number> {
  const hand = countingHand(page)
  await hand.press('Control+g')
  for (const sentence of shared) {
    await hand.press('Tab')
    await hand.write(sentence)
  }
  await hand.press('Control+1')
  for (const [index, [response, progress, plan]] of notes.entries()) {
    await step(`the note of ${names[index]}`, async () => {
      await focused(page, /^Assessment/).waitFor()
      await page.getByRole('group', { name: `Note of ${names[index]}` }).waitFor()
      await page.getByRole('checkbox', { name: 'An evening that is my own' }).waitFor()
      await hand.write(response)
      await hand.press('Alt+Digit1')
      await focused(page, /^Progress with/).waitFor()
      await hand.write(progress)
      await hand.press('Tab')
      await hand.write(plan)
      await hand.press('Control+Enter')
      await page.getByRole('heading', { name: `${index + 1} of 10 signed` }).waitFor()
    })
  }
  return hand.count()
}
