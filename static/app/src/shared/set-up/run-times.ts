/**
 * Times of a run as people read them. Pure.
 */
import { setUp } from '../strings/en-set-up';
import { fill } from '../strings/fill';

const words = setUp.runCard;

/** "14:02:03" in the viewer's time zone. */
export function clockSeconds(iso: string, timezone: string): string {
  return format(iso, timezone, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
}

/** "20 Nov 2026, 14:02" in the viewer's time zone. */
export function dayAndTime(iso: string, timezone: string): string {
  return format(iso, timezone, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });
}

function format(iso: string, timezone: string, parts: Intl.DateTimeFormatOptions): string {
  const instant = new Date(iso);
  if (Number.isNaN(instant.getTime())) return '';
  try {
    return new Intl.DateTimeFormat('en-GB', { ...parts, timeZone: timezone }).format(instant);
  } catch {
    return new Intl.DateTimeFormat('en-GB', parts).format(instant);
  }
}

/** "0.4 s": how long a step took. */
export function stepSeconds(milliseconds: number): string {
  return fill(setUp.run.seconds, { seconds: (milliseconds / 1000).toFixed(1) });
}

/** "8 s", "2 min 5 s": how long a run takes; never negative, whatever the clocks say. */
export function durationWords(milliseconds: number): string {
  const all = Math.max(0, Math.floor(milliseconds / 1000));
  const [minutes, seconds] = [Math.floor(all / 60), all % 60];
  return minutes === 0 ? fill(setUp.run.seconds, { seconds }) : fill(words.minutes, { minutes, seconds });
}
