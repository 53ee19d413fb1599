import * as v from 'valibot';
import type { LocalForge } from '../local-forge';
import { peopleOf } from './people';
import type { ShellServices } from './shell-api';
import type { ForgeModule, LabState, Person, ProjectSummary, Session, TourStep } from './shell/src/site/contract';
import { summaryOf, summaryText } from './summary';

/** Module types the shell has a place for. */
const SHOWN = [
  'jira:issueContext',
  'jira:dashboardGadget',
  'jira:boardAction',
  'jira:projectPage',
  'jira:projectSettingsPage',
  'jira:adminPage',
] as const;

const ProjectPage = v.object({
  values: v.array(
    v.object({
      id: v.string(),
      key: v.string(),
      name: v.string(),
      projectTypeKey: v.string(),
      style: v.picklist(['classic', 'next-gen']),
    }),
  ),
});

/** Everything the shell's frame shows, for one person. */
export async function sessionOf(services: ShellServices, user: Person, lab: LabState): Promise<Session> {
  const { jira, forge, site, worldName, origins } = services;
  const { shell, pages } = origins();
  const summary = summaryOf(jira.state);
  const projects = await projectsFor(services, user.accountId);
  return {
    user,
    people: peopleOf(jira.state),
    site: { cloudId: jira.cloudId, siteUrl: shell, pagesOrigin: pages },
    world: worldName,
    modules: site.installed ? SHOWN.flatMap((type) => forge.modules(type).map(shownModule)) : [],
    projects,
    summary: worldName === 'demo' && summary !== undefined ? `Demo data: ${summaryText(summary)}` : '',
    tour: worldName === 'demo' ? tourFor(services) : [],
    lab,
  };
}

function shownModule(module: ReturnType<LocalForge['modules']>[number]): ForgeModule {
  const { title, viewportSize, layout } = module.properties;
  return {
    type: module.type,
    key: module.key,
    title: typeof title === 'string' ? title : module.key,
    resource: module.resource,
    layout: layout === 'blank' ? 'blank' : 'native',
    hasBadge: module.dynamicPropertiesFunction !== undefined,
    ...(module.editResource === undefined ? {} : { editResource: module.editResource }),
    ...(typeof viewportSize === 'string' ? { viewportSize } : {}),
  };
}

/** As Jira's own navigation: what this person may browse and administer, asked of the REST as this person. */
async function projectsFor({ jira }: ShellServices, accountId: string): Promise<readonly ProjectSummary[]> {
  const authorization = `Bearer ${jira.issueToken({ type: 'user', accountId }, 'all')}`;
  const find = async (action: 'browse' | 'edit') => {
    const address = `http://localhost/rest/api/3/project/search?maxResults=100&action=${action}`;
    const response = await jira.fetch(new Request(address, { headers: { authorization } }));
    return response.ok ? v.parse(ProjectPage, await response.json()).values : [];
  };
  const [seen, administered] = await Promise.all([find('browse'), find('edit')]);
  const found = seen.map(({ id, key, name, projectTypeKey, style }): ProjectSummary => ({
    id,
    key,
    name,
    type: projectTypeKey,
    managed: style === 'next-gen' ? 'team' : 'company',
    mayAdminister: administered.some((other) => other.id === id),
  }));
  // The project the site was made for comes first, not the first by alphabet.
  return found.sort((a, b) => Number(a.id) - Number(b.id));
}

/** An unassessed story, a relevant one without a risk, and the dashboard; only steps whose person and page exist. */
function tourFor({ jira }: ShellServices): readonly TourStep[] {
  const people = peopleOf(jira.state);
  const person = (shortName: string) => people.find((candidate) => candidate.shortName === shortName)?.accountId;
  const steps: (Omit<TourStep, 'accountId'> & { readonly accountId: string | undefined })[] = [
    { title: 'Assess a story', about: 'As Mara, the product owner', accountId: person('mara'), to: '/browse/SHOP-428' },
    {
      title: 'Link it to a risk',
      about: 'As Deniz, the security engineer',
      accountId: person('deniz'),
      to: '/browse/SHOP-428',
    },
    {
      title: 'See it in the numbers',
      about: 'As Priya, on the dashboard',
      accountId: person('priya'),
      to: '/dashboard',
    },
  ];
  return steps.flatMap((step) => (step.accountId === undefined ? [] : [{ ...step, accountId: step.accountId }]));
}
