/**
 * Generic steps for the United States, to be made a clinic's own. 988 Suicide & Crisis Lifeline, call or text:
 * https://988lifeline.org
 */
export const exampleSteps = [
  'Stay with the person. Somebody else stays with the group.',
  'Danger to life: call 911. We are at: (address, floor, entrance).',
  '988 Suicide & Crisis Lifeline: call or text 988, at any hour.',
  'Clinician on call: (name, number).',
  'Nearest emergency department: (name, address).',
  'Nobody in danger leaves alone: they are handed over to a person.',
  'Write what was done, and sign it.',
].join('\n')

/** The steps of a card, a line each. A number that was typed before one is left out: the card numbers them itself. */
export function safetySteps(text: string): string[] {
  return text
    .split(/\r?\n/u)
    .map((line) => line.replace(/^\s*\d{1,2}[.)]\s+/u, '').trim())
    .filter((line) => line !== '')
}
