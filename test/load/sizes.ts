/**
 * How large the loads are. How fast Jira sends the events of a bulk change is not said anywhere; people see a thousand
 * issues change within a minute or two, and events are up to three minutes late.
 */
export const FULL = {
  viewers: 50,
  /** The shortest that the gadget's settings offer. */
  refreshMinutes: 5,
  looksAnHour: 12,
  owners: 10,
  triageMinutes: 30,
  stories: 5_000,
  risks: 2_000,
  eventsAMinute: 1_000,
} as const;

/** In which the events of so many changes come. */
export function secondsFor(changes: number): number {
  return (changes / FULL.eventsAMinute) * 60;
}
