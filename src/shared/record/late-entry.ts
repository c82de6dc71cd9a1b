const minuteMs = 60_000
const hourMs = 60 * minuteMs

/**
 * `Entered from paper on 22 Nov 2026, 9:10 PM, 26 h after the session`: when a session that was kept on paper came into
 * the record. Wall times are milliseconds since 1970 UTC, shown in `zone`; without a locale, the computer's own.
 */
export function lateEntryWords(
  enteredAtMs: number,
  endedAtMs: number,
  zone: string,
  locale?: string,
): string {
  const at = new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: 'medium', timeStyle: 'short' })
  return `Entered from paper on ${at.format(enteredAtMs)}, ${spanWords(enteredAtMs - endedAtMs)} after the session`
}

// Hours tell more than "yesterday" for two days; after that nobody counts them.
function spanWords(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / minuteMs))
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(ms / hourMs)
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} days`
}
