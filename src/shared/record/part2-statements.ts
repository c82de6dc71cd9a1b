/**
 * Notice that accompanies a disclosure with the patient's consent, as 42 CFR 2.32(a)(1) words it since 16 April 2024.
 * Older wordings are wrong. Check items (i) to (iii) against the eCFR before a release:
 * https://www.ecfr.gov/current/title-42/chapter-I/subchapter-A/part-2/subpart-C/section-2.32
 *
 * Paragraphs in order; the text of none may be changed.
 */
export const part2Statement1: readonly string[] = [
  'This record which has been disclosed to you is protected by Federal confidentiality rules (42 CFR part 2). These rules prohibit you from using or disclosing this record, or testimony that describes the information contained in this record, in any civil, criminal, administrative, or legislative proceedings by any Federal, State, or local authority, against the patient, unless authorized by the consent of the patient, except as provided at 42 CFR 2.12(c)(5) or as authorized by a court in accordance with 42 CFR 2.64 or 2.65. In addition, the Federal rules prohibit you from making any other use or disclosure of this record unless at least one of the following applies:',
  '(i) Further use or disclosure is expressly permitted by the written consent of the individual whose information is being disclosed in this record or as otherwise permitted by 42 CFR part 2.',
  '(ii) You are a covered entity or business associate and have received the record for treatment, payment, or health care operations, or',
  '(iii) You have received the record from a covered entity or business associate as permitted by 45 CFR part 164, subparts A and E.',
  'A general authorization for the release of medical or other information is NOT sufficient to meet the required elements of written consent to further use or redisclose the record (see 42 CFR 2.31).',
]

/** The short form of the same notice, 42 CFR 2.32(a)(2): stands in every footer. */
export const part2Statement2 = '42 CFR part 2 prohibits unauthorized use or disclosure of these records.'
