import type { Modality } from '../session/vocabulary.ts'

/** How a session was held, as a note says it (77 Ill. Adm. Code 2060.470: place or modality of the service). */
export const modalityWords: Readonly<Record<Modality, string>> = {
  'in-person': 'in person',
  video: 'by video (telehealth)',
  phone: 'by phone',
  hybrid: 'in person and by video (telehealth)',
}
