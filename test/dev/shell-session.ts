import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { LocalJira } from '../local-jira';
import { peopleOf } from './people';
import type { Person } from './shell/src/site/contract';

const USER = 'local-jira-user';
const VIEW = 'local-jira-view';

/** Who is signed in, by the shell's cookie. Anybody may become anybody: this is a stand-in on one's own machine. */
export class ShellSession {
  constructor(private readonly jira: LocalJira) {}

  /** The person of the cookie, else the first one there is. */
  person(context: Context): Person {
    const people = peopleOf(this.jira.state);
    const asked = getCookie(context, USER);
    const person = people.find(({ accountId }) => accountId === asked) ?? people[0];
    if (person === undefined) throw new Error('There is nobody to sign in as.');
    return person;
  }

  /** The account the cookie names, for requests that must not fall back to somebody else. */
  accountOfCookie(context: Context): string | undefined {
    const asked = getCookie(context, USER);
    return asked !== undefined && this.jira.state.users.get(asked) !== undefined ? asked : undefined;
  }

  /** @param who an account id or a short name such as `mara`. @returns false where there is no such person. */
  signIn(context: Context, who: string): boolean {
    const person = peopleOf(this.jira.state).find(({ accountId, shortName }) => accountId === who || shortName === who);
    if (person === undefined) return false;
    // Not httpOnly: there is nothing to protect, and browser tests read it.
    setCookie(context, USER, person.accountId, { path: '/', sameSite: 'Lax' });
    return true;
  }

  /** Which look at which page is asking; the shell names it anew with every navigation. */
  view(context: Context): string | undefined {
    const view = getCookie(context, VIEW);
    return view !== undefined && /^[\w-]{8,64}$/.test(view) ? view : undefined;
  }
}
