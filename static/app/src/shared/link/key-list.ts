/**
 * What is about to be linked, as one sentence. Pure.
 */

/** Keys named one by one; the rest is counted. */
const NAMED = 4;

const list = new Intl.ListFormat('en', { style: 'long', type: 'conjunction' });

/** “SHOP-412, SHOP-398 and PAY-77”, “… and 3 more”. */
export function listOfKeys(keys: readonly string[], more: (count: number) => string): string {
  if (keys.length <= NAMED + 1) return joined(keys);
  return joined([...keys.slice(0, NAMED), more(keys.length - NAMED)]);
}

/** Without the comma before “and”. */
function joined(parts: readonly string[]): string {
  return list.format(parts).replace(/, and /, ' and ');
}
