/** A typed whole number of at most six digits; NaN for anything else, also for nothing. Pure. */
export function numberOf(typed: string): number {
  return /^\s*\d{1,6}\s*$/.test(typed) ? Number(typed) : Number.NaN;
}
