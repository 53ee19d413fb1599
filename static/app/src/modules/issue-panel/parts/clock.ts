import { isoToday, shortDay } from '../../../shared/days';

/** What day it is for the viewer, and where. */
export interface Clock {
  readonly timezone: string;
  /** ISO day. */
  readonly today: string;
}

/** The day of an ISO instant as people write it: "16 Nov". */
export function dayOfInstant(instant: string, { timezone, today }: Clock): string {
  return shortDay(isoToday(timezone, new Date(instant)), today);
}
