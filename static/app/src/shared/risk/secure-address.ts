/**
 * Addresses that people typed into a field. Pure.
 */

/**
 * An https address and a short name for it: the last part of its path, else its host. `undefined` for everything else:
 * other schemes (javascript:, http:), addresses with a name and password, and text that is no address.
 */
export function secureAddress(text: string): { readonly href: string; readonly label: string } | undefined {
  let url: URL;
  try {
    url = new URL(text.trim());
  } catch {
    return undefined;
  }
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return undefined;
  const last = url.pathname
    .split('/')
    .filter((part) => part !== '')
    .at(-1);
  return { href: url.href, label: last === undefined ? url.host : readable(last) };
}

function readable(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
