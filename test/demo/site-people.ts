/**
 * The demo's people, projects, boards and dashboard: what was on the site before anybody used it.
 */
import type { LocalJira } from '../local-jira';
import type { Project } from '../local-jira/state/config-entities';
import {
  ADMIN_GROUP,
  addBoard,
  addDashboard,
  addProject,
  addSprint,
  addUser,
  addVersion,
  grant,
  SPRINT,
  STORY_POINTS,
  USERS_GROUP,
} from '../local-jira/seed';
import type { SprintName } from './stories';
import {
  BOARD_NAME,
  DASHBOARD_NAME,
  PEOPLE,
  PERSON_NAMES,
  PLATFORM_BOARD_NAME,
  PROJECTS,
  SPRINTS,
  TIME_ZONE,
  VERSIONS,
} from './world';
import { at } from './calendar';
import { APPROVERS_GROUP, type PersonName } from './people';
import { FURTHER_PROJECTS } from './further-projects';

export interface SiteIds {
  readonly projectIds: Readonly<Record<keyof typeof PROJECTS, string>>;
  readonly sprintIds: Readonly<Record<SprintName, number>>;
  /** Ids of Jira Software's own fields. */
  readonly storyPointsField: string;
  readonly sprintField: string;
}

const MORE_GROUPS: Readonly<Partial<Record<PersonName, readonly string[]>>> = {
  tomasz: [ADMIN_GROUP],
  priya: [APPROVERS_GROUP.name],
};

export function seedSite(jira: LocalJira): SiteIds {
  const { state } = jira;
  state.groups.put(APPROVERS_GROUP);
  for (const name of PERSON_NAMES) {
    const { accountId, displayName, emailAddress } = PEOPLE[name];
    const groups = [...(MORE_GROUPS[name] ?? []), USERS_GROUP];
    addUser(state, { accountId, displayName, emailAddress, groups, timeZone: TIME_ZONE });
  }
  const shop = addProject(state, {
    ...PROJECTS.shop,
    leadAccountId: PEOPLE.mara.accountId,
    description: 'The web shop, team Checkout.',
  });
  for (const [name, releaseDate] of Object.entries(VERSIONS)) addVersion(state, shop, { name, releaseDate });
  const loyalty = addProject(state, { ...PROJECTS.loyalty, leadAccountId: PEOPLE.mara.accountId });
  const backOffice = addProject(state, { ...PROJECTS.backOffice, leadAccountId: PEOPLE.tomasz.accountId });
  const further = addFurtherProjects(state);
  for (const project of [shop, loyalty, backOffice, ...Object.values(further)]) {
    for (const name of ['mara', 'deniz', 'jonas'] as const) grant(state, project, PEOPLE[name].accountId, 'member');
    grant(state, project, PEOPLE.priya.accountId, 'viewer');
  }
  // The one project admin who is no Jira admin.
  for (const project of [shop, further.partner]) {
    grant(state, project, PEOPLE.deniz.accountId, 'administrators');
  }

  const boards = {
    [BOARD_NAME]: addBoard(state, shop, { name: BOARD_NAME }),
    [PLATFORM_BOARD_NAME]: addBoard(state, shop, { name: PLATFORM_BOARD_NAME }),
  };
  const sprintIds = Object.fromEntries(
    Object.entries(SPRINTS).map(([name, sprint]) => {
      const made = addSprint(state, boards[sprint.board], {
        name,
        state: sprint.state,
        startDate: instant(sprint.from, 10),
        endDate: instant(sprint.to, 16),
        ...(sprint.state === 'closed' ? { completeDate: instant(sprint.to, 16) } : {}),
      });
      return [name, Number(made.id)];
    }),
  ) as Record<SprintName, number>;
  addDashboard(state, DASHBOARD_NAME, PEOPLE.mara.accountId);
  return {
    projectIds: {
      shop: shop.id,
      loyalty: loyalty.id,
      backOffice: backOffice.id,
      payments: further.payments.id,
      returns: further.returns.id,
      dealers: further.dealers.id,
      old: further.old.id,
      partner: further.partner.id,
    },
    sprintIds,
    storyPointsField: STORY_POINTS,
    sprintField: SPRINT,
  };
}

type State = LocalJira['state'];
type Further = Readonly<Record<keyof typeof FURTHER_PROJECTS, Project>>;

function addFurtherProjects(state: State): Further {
  const leadAccountId = PEOPLE.tomasz.accountId;
  const payments = shareFieldConfiguration(state, addProject(state, { ...FURTHER_PROJECTS.payments, leadAccountId }));
  const sharing = (name: keyof typeof FURTHER_PROJECTS): Project =>
    state.projects.put({
      ...addProject(state, { ...FURTHER_PROJECTS[name], leadAccountId, sharesSchemesWith: payments }),
      fieldConfigurationSchemeId: payments.fieldConfigurationSchemeId,
    });
  const returns = sharing('returns');
  const dealers = sharing('dealers');
  const old = state.projects.put({ ...sharing('old'), archived: true });
  const partner = addProject(state, { ...FURTHER_PROJECTS.partner, leadAccountId, style: 'next-gen' });
  return { payments, returns, dealers, old, partner };
}

/** A field configuration of its own, which projects can share as they share schemes and screens. */
function shareFieldConfiguration(state: State, project: Project): Project {
  const configuration = state.fieldConfigurations.put({
    id: state.nextId('fieldconfiguration'),
    name: 'Finance: Field Configuration',
    description: '',
    isDefault: false,
    items: {},
  });
  const scheme = state.fieldConfigurationSchemes.put({
    id: state.nextId('fieldconfigurationscheme'),
    name: 'Finance: Field Configuration Scheme',
    description: '',
    fieldConfigurationIds: { default: configuration.id },
  });
  return state.projects.put({ ...project, fieldConfigurationSchemeId: scheme.id });
}

function instant(day: string, hour: number): string {
  return new Date(at(day, hour * 60)).toISOString();
}
