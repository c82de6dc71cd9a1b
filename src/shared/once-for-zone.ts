/**
 * Makes what is needed for a time zone and a locale once: making a formatter costs far more than using it. Without a
 * locale, the computer's own.
 */
export function onceForZone<Made>(
  make: (zone: string, locale: string | undefined) => Made,
): (zone: string, locale?: string) => Made {
  const known = new Map<string, Made>()
  return (zone, locale) => {
    const key = `${zone} ${locale ?? ''}`
    const made = known.get(key) ?? make(zone, locale)
    known.set(key, made)
    return made
  }
}
