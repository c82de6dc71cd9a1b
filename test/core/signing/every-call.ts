/** What calls of a window can be asked with, whatever the session is. */

export const disclosure = {
  disclosedOn: '2026-01-05',
  what: 'The note',
  recipient: 'Riverbend Primary Care',
  purpose: 'care coordination',
  consentReference: 'R-3',
}

export const noFilters = {
  groupId: null,
  groupType: null,
  personId: null,
  fromMs: null,
  toMs: null,
  theme: null,
  hasRisk: false,
}
