/**
 * One site of a soak: three projects, one of which few may see, issues behind security levels, people of several rights,
 * and the app set up on it. Where each round begins is kept, to come back to.
 */
import type { Defs } from '../../src/contract/defs';
import { setupOf, type ProjectSetup, type SiteSetup } from '../../src/domain/site-setup';
import { jiraAs } from '../fixtures/jira-request';
import { path } from '../../src/jira/request';
import { rest, setUpSite, valueOf, type Key, type TestSite } from '../fixtures/site';
import type { LocalForge } from '../local-forge/index';
import { addProject, addSecurityLevel, addUser, grant, ISSUE_TYPE } from '../local-jira/seed';
import type { Project } from '../local-jira/state/config-entities';
import type { LocalJira } from '../local-jira/index';
import { riskFields, relevant } from '../fixtures/fields';
import { JiraTrouble, type Counts } from './faults';
import { countsOf, difference, type Configured } from './configured';
import { doByHand } from './team-project';
import type { SoakTime } from './soak-time';
import { canary, Watch } from './watch';

const APPROVERS = 'approvers-of-the-soak';
/** SHOP is there already. Few may see SECR, TEAM is team-managed, and PLUS is not set up when an episode begins. */
const FURTHER = ['LOY', 'SECR', 'TEAM', 'PLUS'] as const;

export type Who = 'admin' | 'mara' | 'deniz' | 'priya' | 'guest' | 'aino';

export interface Tenant {
  /** One letter. */
  readonly name: string;
  readonly site: TestSite;
  /** Jira without trouble: what Jira itself, and people in Jira's own pages, see. */
  readonly calm: LocalJira;
  readonly trouble: JiraTrouble;
  readonly watch: Watch;
  /** Of the site. */
  readonly setup: SiteSetup;
  /** The ids that hold in this project. */
  setupIn(projectId: string | undefined): SiteSetup;
  /** The ids that hold for this issue. */
  setupFor(issueId: string): SiteSetup;
  readonly storyTypeIds: readonly string[];
  readonly riskTypeIds: readonly string[];
  readonly people: Readonly<Record<Who, string>>;
  readonly projects: readonly Key[];
  /** The one that is set up and undone again and again. */
  readonly further: Key;
  /** Security levels of SHOP: who may see an issue behind one; the app sees those of the first only. */
  readonly levels: readonly [withApp: string, withoutApp: string];
  /** Issues that ever were behind a level: for an import of somebody else they were not there. */
  readonly everHidden: Set<string>;
  /** Projects whose bands were changed: with the levels the next reviews follow, whenever the job comes to it. */
  readonly bandsChanged: Set<string>;
  /** The app was uninstalled and installed again: nothing of its storage is left. */
  installedAgain: boolean;
  /** Projects that lost their settings, and with them the bands that their levels are by. */
  readonly addedAgain: Set<string>;
  /** Once all is at rest: the transitions that the gate guards in a project. */
  readonly guardedAtRest: Map<string, string>;
  /** What was in Jira's configuration at the beginning, and what one project more may add. */
  readonly configured: Configured;
  /** A text with a word that is nowhere else. */
  text(about: string): string;
  /** As saved now. */
  projectSetups(): Promise<readonly ProjectSetup[]>;
  /** Back to where it began. */
  restore(): void;
}

/** @param forge of the tenant before this one: both live in one process, as on Forge. */
export async function openTenant(name: string, time: SoakTime, counts: Counts, forge: LocalForge): Promise<Tenant> {
  const site = await setUpSite({ clock: time.clock, forge, siteName: `soak-${name}`, cloudId: `cloud-soak-${name}` });
  const { state } = site.jira;
  let words = 0;
  const everHidden = new Set<string>();
  const bandsChanged = new Set<string>();
  const addedAgain = new Set<string>();
  const guardedAtRest = new Map<string, string>();
  const text = (about: string) => `${about} ${canary(name, (words += 1))}`;
  const aino = addUser(state, { displayName: 'Aino Korhonen' }).id;
  const people = { ...site.people, aino };
  const approvers = state.groups.put({ id: '6f7c2f0e-0000-4000-8000-00000000000a', name: APPROVERS });
  for (const id of [people.mara, aino]) {
    const user = state.users.require(id);
    state.users.put({ ...user, groups: [...user.groups, APPROVERS] });
  }
  // Names differ between the sites, ids do not: what goes astray is told apart by its words alone.
  for (const user of state.users.all()) {
    if (user.accountType === 'atlassian')
      state.users.put({ ...user, displayName: text(user.displayName.split(' ')[0]!) });
  }
  const add = (key: (typeof FURTHER)[number]) => {
    const style = key === 'TEAM' ? ({ style: 'next-gen' } as const) : {};
    return addProject(state, { key, name: key, leadAccountId: people.admin, ...style });
  };
  const others = FURTHER.map(add);
  const [loyalty, secret, team, further] = others as [Project, Project, Project, Project];
  grant(state, site.project, aino, 'viewer');
  grant(state, loyalty, people.deniz, 'member');
  grant(state, loyalty, people.mara, 'viewer');
  grant(state, secret, people.deniz, 'member');
  for (const project of [team, further]) grant(state, project, people.deniz, 'member');
  grant(state, team, people.mara, 'member');
  grant(state, further, people.mara, 'viewer');
  doByHand(state, team);
  const before = countsOf(state);
  await site.runSetup([loyalty.id]);
  const more = difference(countsOf(state), before);
  await site.runSetup([secret, team].map(({ id }) => id));
  const deniz = { type: 'user', accountId: people.deniz } as const;
  const app = { type: 'user', accountId: state.site.appAccountId } as const;
  const levels = [
    addSecurityLevel(state, site.project, 'Few', [deniz, app]),
    addSecurityLevel(state, site.project, 'Fewer', [deniz]),
  ] as const;
  const setup = await site.setup();
  const own = await site.projectSetup(team.id);
  const setupIn = (projectId: string | undefined) => setupOf(setup, projectId === team.id ? own : undefined);
  const projects: readonly Key[] = [site.project, ...others.map(({ id, key }) => ({ id, key }))];
  const projectSetups = async () => {
    const projectIds = projects.map(({ id }) => id);
    return valueOf(await site.invoke(people.admin, 'getSetup', { projectIds })).projects;
  };
  for (const project of await projectSetups()) {
    const { projectId, revision, storyTypeIds } = project;
    const settings = { ...project.settings, approvers: { kind: 'group', groupId: approvers.id } as const };
    const extension = { project: projects.find(({ id }) => id === projectId) };
    await save({ projectId, revision, storyTypeIds, settings }, extension);
  }
  await makeIssues();
  await site.forge.events.deliver(site.site, { early: true, order: () => [] });

  const trouble = new JiraTrouble(site.jira, counts);
  const configured = { start: countsOf(state), more };
  const start = { jira: site.jira.snapshot(), forge: site.forge.snapshot(site.site), words };
  const tenant: Tenant = {
    name,
    site,
    calm: trouble.calm,
    trouble,
    watch: new Watch(name, trouble.calm),
    setup,
    setupIn,
    setupFor: (issueId) => setupIn(state.issues.get(issueId)?.projectId),
    storyTypeIds: [ISSUE_TYPE.story, ...own.storyTypeIds],
    riskTypeIds: [setup.riskTypeId, setupIn(team.id).riskTypeId],
    people,
    projects,
    further: { id: further.id, key: further.key },
    levels,
    everHidden,
    bandsChanged,
    installedAgain: false,
    addedAgain,
    guardedAtRest,
    configured,
    text,
    projectSetups,
    restore: () => {
      words = start.words;
      everHidden.clear();
      addedAgain.clear();
      guardedAtRest.clear();
      tenant.installedAgain = false;
      bandsChanged.clear();
      trouble.lag(0);
      site.jira.restore(structuredClone(start.jira));
      site.jira.costs.reset();
      site.forge.restore(site.site, structuredClone(start.forge));
      site.forge.kvs(site.site).queryLagMs = 0;
    },
  };
  return tenant;

  async function save(payload: Parameters<Defs['saveProjectSettings']>[0], extension: object) {
    const moduleKey = 'project-settings';
    const call = { moduleKey, accountId: people.admin, extension: { ...extension }, payload };
    const functionKey = 'saveProjectSettings';
    const outcome = await forge.invokeResolver(site.site, { ...call, functionKey });
    const { ok } = outcome as ReturnType<Defs['saveProjectSettings']>;
    if (!ok) throw new Error(`the settings were not saved: ${JSON.stringify(outcome)}`);
  }

  /** In each project some stories and risks, a part of them linked; in SHOP some behind a security level. */
  async function makeIssues() {
    const asDeniz = jiraAs(site.jira, people.deniz);
    for (const project of projects) {
      const ids = setupIn(project.id);
      const typeIds = project.id === team.id ? own.storyTypeIds : [ISSUE_TYPE.story];
      const here = { project: { id: project.id }, issuetype: { id: typeIds[0] } };
      const stories: Key[] = [];
      const risks: Key[] = [];
      for (let number = 0; number < 4; number += 1) {
        const meaning = number === 0 && project.id !== further.id ? relevant(ids) : {};
        stories.push(
          await site.story(text('A story'), { ...here, ...meaning, description: paragraph(text('It says')) }),
        );
      }
      if (project.id === further.id) continue;
      for (const [likelihood, impact] of [
        [4, 4],
        [2, 3],
        [5, 5],
      ] as const) {
        const fields = { ...here, issuetype: { id: ids.riskTypeId }, ...riskFields(ids, { likelihood, impact }) };
        risks.push(await site.risk(text('A risk'), fields));
      }
      await site.link('threatens', risks[0]!, stories[0]!);
      await site.link('mitigates', stories[1]!, risks[1]!);
      if (project.id !== site.project.id) continue;
      await hide(risks[2]!, levels[0]);
      await hide(stories[3]!, levels[1]);
      await site.link('threatens', risks[2]!, stories[1]!);
    }
    async function hide({ id }: Key, level: string) {
      await rest(asDeniz, 'PUT', path`/rest/api/3/issue/${id}`, { fields: { security: { id: level } } });
    }
  }
}

/** A document of one paragraph. */
export function paragraph(text: string) {
  return { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
}
