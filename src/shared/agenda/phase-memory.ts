const minuteMs = 60_000

/** Fewer durations than this tell of a day, not of a habit. */
const fewestDurations = 3

/**
 * The whole minutes that a phase usually takes, from its real durations in milliseconds; null when too few of them agree.
 *
 * Outliers are left out by the median absolute deviation: a duration counts when it lies within three scaled deviations
 * of the median (C. Leys et al., *Detecting outliers: Do not use standard deviation around the mean, use absolute
 * deviation around the median*, J. Exp. Soc. Psychol. 49, 2013), and always when it lies within a minute of it, since
 * durations that are nearly the same would make the next one an outlier. The rest is averaged.
 */
export function usualMinutes(durationsMs: readonly number[]): number | null {
  const kept = withoutOutliers(durationsMs)
  if (kept.length < fewestDurations) return null
  const meanMs = kept.reduce((sum, ms) => sum + ms, 0) / kept.length
  return Math.max(1, Math.round(meanMs / minuteMs))
}

// Makes the deviation comparable with the standard deviation of normally distributed values.
const scale = 1.4826
const mostDeviations = 3

function withoutOutliers(durationsMs: readonly number[]): number[] {
  const middleMs = median(durationsMs)
  const deviationMs = median(durationsMs.map((ms) => Math.abs(ms - middleMs)))
  const limitMs = Math.max(minuteMs, mostDeviations * scale * deviationMs)
  return durationsMs.filter((ms) => Math.abs(ms - middleMs) <= limitMs)
}

/** 0 for no values. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
  return (lower + upper) / 2
}

/** What a phase is known by from session to session: its name, however it is written. */
export function phaseMemoryKey(name: string): string {
  return name.trim().toLowerCase()
}
