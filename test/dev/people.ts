import type { SiteState } from '../local-jira';
import { PEOPLE, PERSON_NAMES, type PersonName } from '../demo/people';
import { ADMIN_GROUP } from '../local-jira/seed';
import type { Person, PersonColour } from './shell/src/site/contract';

const COLOURS: Readonly<Record<PersonName, PersonColour>> = {
  mara: 'purple',
  deniz: 'teal',
  jonas: 'orange',
  priya: 'magenta',
  tomasz: 'blue',
  guest: 'none',
};
const MENU_LENGTH = 8;

/** Whom the user menu offers: the people of the demo, or in another world the first accounts there are. */
export function peopleOf(state: SiteState): readonly Person[] {
  const demo = PERSON_NAMES.filter((name) => state.users.get(PEOPLE[name].accountId) !== undefined).map(
    (name): Person => ({
      accountId: PEOPLE[name].accountId,
      shortName: name,
      displayName: PEOPLE[name].displayName,
      role: PEOPLE[name].role,
      about: name === 'guest' ? PEOPLE[name].mayDo : `${PEOPLE[name].role}. ${PEOPLE[name].mayDo}`,
      colour: COLOURS[name],
      isAdmin: isAdmin(state, PEOPLE[name].accountId),
    }),
  );
  return demo.length > 0 ? demo : firstAccounts(state);
}

function firstAccounts(state: SiteState): readonly Person[] {
  return state.users
    .filter((user) => user.accountType === 'atlassian' && user.active)
    .slice(0, MENU_LENGTH)
    .map((user) => {
      const role = isAdmin(state, user.id) ? 'Jira admin' : 'User';
      return {
        accountId: user.id,
        shortName: user.displayName.split(' ')[0]?.toLowerCase() ?? user.id,
        displayName: user.displayName,
        role,
        about: role,
        colour: 'teal' as const,
        isAdmin: isAdmin(state, user.id),
      };
    });
}

function isAdmin(state: SiteState, accountId: string): boolean {
  return state.users.get(accountId)?.groups.includes(ADMIN_GROUP) === true;
}
