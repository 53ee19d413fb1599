/**
 * Names of objects beside those of others. Pure.
 */
import { sameName } from './needed';

/** What stands behind our name where somebody else has the plain one. */
export type NameMark = 'risk' | 'security';

/** "Impact (risk)", or "Impact (risk 2)" where that is taken too. */
export function freeName(name: string, mark: NameMark, taken: readonly string[]): string {
  for (let attempt = 1; ; attempt += 1) {
    const candidate = `${name} (${attempt === 1 ? mark : `${mark} ${attempt}`})`;
    if (!taken.some((other) => sameName(other, candidate))) return candidate;
  }
}

/** Our name, or one that `freeName` could have made of it. */
export function couldBeOurName(candidate: string, name: string): boolean {
  const trimmed = candidate.trim();
  if (sameName(trimmed, name)) return true;
  const before = trimmed.slice(0, name.length);
  return sameName(before, name) && /^ \((risk|security)( \d{1,4})?\)$/i.test(trimmed.slice(name.length));
}
