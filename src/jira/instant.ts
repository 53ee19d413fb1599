/**
 * Jira's moments. It writes the offset without a colon (2026-11-18T10:15:00.000+0100), which not every browser reads.
 */

/** As an ISO instant; `undefined` for what is none. */
export function isoInstant(written: string): string | undefined {
  const instant = new Date(written.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
}
