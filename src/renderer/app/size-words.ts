const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const

/** `0 B`, `4 kB`, `1.2 MB`: sizes as file managers tell them, in thousands. */
export function sizeWords(bytes: number): string {
  let size = bytes
  let unit = 0
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1_000
    unit += 1
  }
  const digits = unit === 0 || size >= 9.95 ? 0 : 1
  return `${size.toLocaleString('en', { maximumFractionDigits: digits })} ${units[unit] ?? ''}`
}
