/** What people look at: the pages' own reads, as the viewer, with all of Jira's trouble. */
import type { ProjectSetup, SiteSetup } from '../../../src/domain/site-setup';
import { setupOf } from '../../../src/domain/site-setup';
import type { JiraRequest } from '../../../src/jira/request';
import { startGadget } from '../../../src/reads/gadget';
import { hygieneBasis, lookAt, readDropped } from '../../../src/reads/hygiene';
import { suggestIssues } from '../../../src/reads/issue-suggestions';
import { countRefinement, readBypasses, readRefinementBasis, readRefinementPage } from '../../../src/reads/refinement';
import { readWholeRegister } from '../../../src/reads/register';
import { readReportNow } from '../../../src/reads/report';
import { readDueRisks, readRiskInReview } from '../../../src/reads/review';
import { readRisk } from '../../../src/reads/risk';
import { countRisks, readRiskPage, riskBoardBasis } from '../../../src/reads/risk-board';
import { suggestRisks } from '../../../src/reads/risk-suggestions';
import { readStory } from '../../../src/reads/story';
import { readTimeToClose } from '../../../src/reads/time-to-close';
import { emptyText } from '../../../src/domain/report';
import { risksOf, somebody, someOf, storiesOf, type Act, type Scene } from '../act';
import { dayIn } from './risk-acts';

/** A page of one project that has its ids. */
interface Page {
  readonly jira: JiraRequest;
  readonly site: SiteSetup;
  readonly project: ProjectSetup;
  readonly projects: readonly ProjectSetup[];
  readonly today: string;
}

type Look = (page: Page, scene: Scene) => Promise<unknown>;

const storyPanel: Look = async ({ jira, site, projects }, scene) => {
  const issue = someOf(scene, storiesOf(scene));
  const project = projects.find(({ projectId }) => projectId === issue?.projectId);
  return issue && project && readStory(jira, site, project, issue.id);
};

const riskPanel: Look = async ({ jira, site, projects, today }, scene) => {
  const issue = someOf(scene, risksOf(scene));
  const setup = setupOf(
    site,
    projects.find(({ projectId }) => projectId === issue?.projectId),
  );
  return issue && readRisk(jira, setup, issue.id, today);
};

const gadget: Look = async ({ jira, site, projects, today }) => {
  const scope = { projectIds: projects.map(({ projectId }) => projectId), notSetUp: 0, notVisible: 0 };
  const parts = startGadget(jira, site, scope, projects, today);
  const settled = await Promise.allSettled(Object.values(parts));
  const failed = settled.find((part) => part.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return settled;
};

const refinement: Look = async ({ jira, site, project }, { random }) => {
  const basis = await readRefinementBasis(jira, site, project);
  const counts = await countRefinement(jira, basis);
  const list = random.pick(['unassessed', 'unanswered', 'enablersNotReady', 'bypasses'] as const);
  const page = await readRefinementPage(jira, basis, list);
  return [basis, counts, page, await readBypasses(jira, basis, page.rows)];
};

const board: Look = async ({ jira, site, project, today }) => {
  const basis = riskBoardBasis(site, project);
  return [await countRisks(jira, basis, 'open'), await readRiskPage(jira, basis, 'open', today)];
};

const hygiene: Look = async ({ jira, site, project, today }) => {
  const basis = hygieneBasis(site, project, today);
  const dropped = await readDropped(jira, basis);
  return [await lookAt(jira, basis, 'open', dropped), await lookAt(jira, basis, 'closed', dropped)];
};

const review: Look = async ({ jira, site, project, today }) => {
  const due = await readDueRisks(jira, site, project, today);
  const [first] = due.risks;
  return [due, first && (await readRiskInReview(jira, setupOf(site, project), first.id, today))];
};

const report: Look = async ({ jira, site, project, today }) => {
  const from = dayIn(-14);
  const question = { today, from, since: `${from}T00:00:00.000Z`, text: emptyText() };
  return readReportNow(jira, site, project, question);
};

const register: Look = ({ jira, site, project }) => readWholeRegister(jira, setupOf(site, project), project.projectId);

const times: Look = ({ jira, site, project, today }) => readTimeToClose(jira, site, project, today);

const suggestions: Look = async ({ jira, site, project }, scene) => {
  const { random, tenant } = scene;
  const projectKey = tenant.projects.find(({ id }) => id === project.projectId)?.key ?? 'SHOP';
  const text = random.pick(['', 'risk', 'story', `${projectKey}-${1 + random.int(9)}`, 'SECR-1']);
  const query = { projectId: project.projectId, projectKey, text, excludeIssueIds: [] };
  const read = random.chance(0.5) ? suggestRisks : suggestIssues;
  const { recent, found } = await read(jira, site, project, query);
  // The key that was typed is said back to whoever typed it.
  return [recent, found];
};

const LOOKS: Readonly<Record<string, Look>> = {
  'panel of a story': storyPanel,
  'panel of a risk': riskPanel,
  gadget,
  refinement,
  'risk board': board,
  hygiene,
  review,
  report,
  register,
  'time to close': times,
  suggestions,
};

/** As every page begins: first the recorded ids by the resolver, then the page's own reads in the browser. */
function look(name: string, read: Look): Act {
  return {
    kind: `look at: ${name}`,
    weight: name.startsWith('panel') ? 5 : 1.5,
    run: async (scene) => {
      const { random, tenant } = scene;
      const who = somebody(scene);
      const projectIds = tenant.projects.map(({ id }) => id);
      const view = await scene.call(who, 'getSetup', {
        projectIds,
        ...(random.chance(0.3) ? { trends: { days: 30 } } : {}),
      });
      const project = random.maybe(view?.projects ?? []);
      if (view?.site === undefined || project === undefined) return;
      const page = { jira: scene.page(who), site: view.site, project, projects: view.projects, today: dayIn(0) };
      await scene.shows(who, name, () => read(page, scene));
    },
  };
}

const badge: Act = {
  kind: 'look at: badge',
  weight: 2,
  run: async (scene) => {
    const { tenant, random } = scene;
    const issue = someOf(scene, random.chance(0.5) ? storiesOf(scene) : risksOf(scene));
    if (issue === undefined) return;
    const who = somebody(scene);
    const { id, key, projectId } = issue;
    const extension = { issue: { id, key }, project: { id: projectId } };
    const page = { moduleKey: 'security-panel', accountId: tenant.people[who], extension };
    const { forge, site } = tenant.site;
    await scene.shows(who, 'badge', () => forge.dynamicProperties(site, page).catch(() => undefined));
  },
};

const kept: Act = {
  kind: 'look at: what is kept',
  weight: 2,
  run: async (scene) => {
    const { random, tenant } = scene;
    const who = somebody(scene);
    const projectIds = tenant.projects.map(({ id }) => id);
    if (random.chance(0.5)) await scene.call(who, 'readTrends', { projectIds, days: 30 });
    else await scene.call(who, 'getSetupInSight', {});
  },
};

export const readingActs: readonly Act[] = [
  ...Object.entries(LOOKS).map(([name, read]) => look(name, read)),
  badge,
  kept,
];
