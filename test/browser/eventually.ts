/**
 * What becomes true a moment after a click: the address, the focus, a value, what Jira holds.
 */
import { WAIT_MS } from './stage';

const PAUSE_MS = 50;

/**
 * Looks again and again until `look` does not throw, and gives back what it answers: for expectations about something
 * that no locator can wait for.
 *
 *     await eventually(() => expect(page.url()).toContain('/hygiene'));
 *
 * @param withinMs how long it may take before the last failure of `look` is thrown
 */
export async function eventually<T>(look: () => T | Promise<T>, withinMs = WAIT_MS): Promise<T> {
  const end = performance.now() + withinMs;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (performance.now() >= end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
