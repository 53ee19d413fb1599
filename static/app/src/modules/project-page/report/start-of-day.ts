/**
 * The instant at which a day begins in a time zone, as ISO text. Pure.
 */
export function startOfDay(day: string, timezone: string): string {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // The zone's clocks at that instant tell how far they are ahead; once more, because they may change in between.
  const first = midnight - aheadAt(midnight, timezone);
  return new Date(midnight - aheadAt(first, timezone)).toISOString();
}

/** Milliseconds by which the zone's clocks are ahead of UTC. */
function aheadAt(instant: number, timezone: string): number {
  const shown = formatOf(timezone).format(instant).replace(' ', 'T');
  return Date.parse(`${shown}Z`) - instant;
}

/** sv-SE writes 2026-11-20 14:30:00. An unknown zone is the browser's own. */
function formatOf(timezone: string): Intl.DateTimeFormat {
  const options = { dateStyle: 'short', timeStyle: 'medium' } as const;
  try {
    return new Intl.DateTimeFormat('sv-SE', { ...options, timeZone: timezone });
  } catch {
    return new Intl.DateTimeFormat('sv-SE', options);
  }
}
