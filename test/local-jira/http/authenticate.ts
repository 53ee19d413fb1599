import type { SiteState } from '../state/site-state';
import { ANONYMOUS, type Principal, type Tokens } from './principal';
import { JiraProblem } from './problem';

/**
 * `Authorization: Bearer <issueToken>`, or Basic `email:anything` for foreign clients (the user with that e-mail, no
 * scope limit). Nothing = anonymous. 401 for anything that does not hold.
 */
export function authenticate(headers: Headers, tokens: Tokens, state: SiteState): Principal {
  const header = headers.get('authorization');
  if (header === null) return ANONYMOUS;
  const [scheme = '', credentials = ''] = header.split(' ');
  if (scheme.toLowerCase() === 'bearer') {
    const principal = tokens.find(credentials);
    if (principal !== undefined) return principal;
  }
  if (scheme.toLowerCase() === 'basic') {
    const email = Buffer.from(credentials, 'base64').toString('utf8').split(':')[0]?.toLowerCase();
    const user = state.users.find((candidate) => candidate.emailAddress.toLowerCase() === email && candidate.active);
    if (user !== undefined && email !== '') return { type: 'user', accountId: user.id, scopes: 'all' };
  }
  throw new JiraProblem(401, ['Client must be authenticated to access this resource.']);
}
