import type { Access } from '../access/access';
import type { User } from '../state/people-entities';
import type { SiteState } from '../state/site-state';

const COLOURS = ['0052CC', '00875A', '5243AA', 'C25100', 'AE2E24', '206A83'];

/** A drawn picture with initials instead of a photo: nothing leaves the machine. */
function avatarUrls(user: User): Record<string, string> {
  const words = user.displayName.split(' ');
  const initials = `${words[0]?.[0] ?? '?'}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`;
  const colour = COLOURS[Buffer.from(user.id).reduce((sum, byte) => sum + byte, 0) % COLOURS.length]!;
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 48 48'><rect width='48' height='48' fill='#${colour}'/><text x='24' y='31' font-family='sans-serif' font-size='19' fill='#fff' text-anchor='middle'>${initials}</text></svg>`;
  const url = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  return { '48x48': url, '24x24': url, '16x16': url, '32x32': url };
}

/**
 * A person as others see them: no e-mail, no time zone unless it is the viewer's own account. A deleted account keeps
 * its id and loses its name. https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-users/
 */
export function userJson(state: SiteState, user: User, access: Access): Record<string, unknown> {
  const own = access.accountId === user.id;
  return {
    self: `${state.site.baseUrl}/rest/api/3/user?accountId=${encodeURIComponent(user.id)}`,
    accountId: user.id,
    accountType: user.accountType,
    ...(own ? { emailAddress: user.emailAddress } : {}),
    avatarUrls: avatarUrls(user),
    displayName: user.deleted === true ? 'Former user' : user.displayName,
    active: user.active,
    ...(own ? { timeZone: user.timeZone } : {}),
  };
}

/** The person with this account id, or null; an id the site has lost shows as an unknown account. */
export function personJson(state: SiteState, accountId: string | null, access: Access): unknown {
  if (accountId === null) return null;
  const user = state.users.get(accountId);
  if (user !== undefined) return userJson(state, user, access);
  return { accountId: 'unknown', accountType: 'unknown', displayName: 'Former user', active: false };
}
