/** What people do without the app, by Jira's own buttons, and what administrators do to their rights. */
import { path } from '../../../src/jira/request';
import { rest } from '../../fixtures/site';
import { ROLE } from '../../local-jira/seed';
import { inJira, risksOf, someOf, storiesOf, withRisk, withStory, type Act, type Scene } from '../act';
import { NOTHING, place } from '../places';
import { paragraph } from '../tenant';

/** Fields as Jira's own form writes them. @returns false where Jira refused: the right is gone, or the issue. */
async function put(scene: Scene, issueId: string, fields: object): Promise<boolean> {
  const where = path`/rest/api/3/issue/${issueId}`;
  return rest(inJira(scene, 'deniz'), 'PUT', where, { fields }).then(
    () => true,
    () => false,
  );
}

const setRelevance: Act = {
  kind: 'Jira: set the relevance',
  weight: 3,
  run: (scene) =>
    withStory(scene, async ({ id }) => {
      const { fields, options } = scene.tenant.setupFor(id);
      const option = scene.random.pick([...Object.values(options.securityRelevance), null]);
      const where = place.field(id, fields.securityRelevance);
      const value = option === null ? NOTHING : JSON.stringify(option);
      scene.ledger.wants(scene.number, where, value);
      const done = await put(scene, id, { [fields.securityRelevance]: option && { id: option } });
      if (done) scene.ledger.told(scene.number, where, value);
    }),
};

const setScore: Act = {
  kind: 'Jira: set a rating',
  weight: 6,
  run: (scene) =>
    withRisk(scene, async ({ id }) => {
      const { fields, options } = scene.tenant.setupFor(id);
      const field = scene.random.pick(['likelihood', 'impact', 'residualLikelihood', 'residualImpact'] as const);
      const option = scene.random.pick([...Object.values(options[field]), null]);
      const where = place.field(id, fields[field]);
      const value = option === null ? NOTHING : JSON.stringify(option);
      scene.ledger.wants(scene.number, where, value);
      const done = await put(scene, id, { [fields[field]]: option && { id: option } });
      if (done) scene.ledger.told(scene.number, where, value);
    }),
};

const write: Act = {
  kind: 'Jira: change a text',
  weight: 3,
  run: (scene) =>
    withStory(scene, async ({ id }) => {
      if (scene.random.chance(0.5)) {
        await put(scene, id, { summary: scene.tenant.text('A story, renamed') });
        return;
      }
      scene.ledger.wantsAnything(scene.number, `description ${id}`);
      // What somebody overwrites is nobody's loss but theirs.
      scene.ledger.release((name) => name.startsWith(`criterion ${id} `));
      await put(scene, id, { description: paragraph(scene.tenant.text('It says now')) });
    }),
};

const move: Act = {
  kind: 'Jira: move an issue',
  weight: 6,
  run: async (scene) => {
    const issue = someOf(scene, [...storiesOf(scene), ...risksOf(scene)]);
    if (issue === undefined) return;
    const jira = inJira(scene, 'deniz');
    const where = path`/rest/api/3/issue/${issue.id}/transitions`;
    const offered = (await rest(jira, 'GET', where).catch(() => ({ transitions: [] }))) as {
      transitions: readonly { readonly id: string }[];
    };
    const transition = scene.random.maybe(offered.transitions);
    if (transition === undefined) return;
    scene.ledger.wantsAnything(scene.number, place.status(issue.id));
    // A workflow may refuse.
    await rest(jira, 'POST', where, { transition: { id: transition.id } }).catch(() => undefined);
  },
};

const remove: Act = {
  kind: 'Jira: delete an issue',
  weight: 1,
  run: async (scene) => {
    const issue = scene.random.maybe([...storiesOf(scene), ...risksOf(scene)]);
    if (issue === undefined) return;
    scene.ledger.wants(scene.number, place.issue(issue.id), 'gone');
    await rest(inJira(scene, 'admin'), 'DELETE', path`/rest/api/3/issue/${issue.id}`).catch(() => undefined);
  },
};

const unlink: Act = {
  kind: 'Jira: delete a link',
  weight: 2,
  run: async (scene) => {
    const link = someOf(scene, scene.tenant.site.jira.state.links.all());
    if (link === undefined) return;
    scene.ledger.wants(scene.number, place.link(link.typeId, link.sourceId, link.destinationId), 'gone');
    await rest(inJira(scene, 'deniz'), 'DELETE', path`/rest/api/3/issueLink/${link.id}`).catch(() => undefined);
  },
};

const hide: Act = {
  kind: 'rights: an issue is hidden or shown',
  weight: 2,
  run: async (scene) => {
    const { tenant, random } = scene;
    const [shop] = tenant.projects;
    const here = [...storiesOf(scene), ...risksOf(scene)].filter(({ projectId }) => projectId === shop?.id);
    const issue = random.maybe(here);
    if (issue === undefined) return;
    const level = random.pick([...tenant.levels, null]);
    if (level !== null) tenant.everHidden.add(issue.id);
    await put(scene, issue.id, { security: level && { id: level } });
  },
};

const role: Act = {
  kind: 'rights: a role is given or taken',
  weight: 3,
  run: async ({ tenant, random }) => {
    const { state } = tenant.site.jira;
    const { id } = random.pick(tenant.projects);
    const project = state.projects.require(id);
    const accountId = tenant.people[random.pick(['mara', 'deniz', 'priya'] as const)];
    const roleId = random.pick([ROLE.member, ROLE.viewer]);
    const actors = project.roleActors[roleId] ?? [];
    const isIn = actors.some((actor) => actor.type === 'user' && actor.accountId === accountId);
    const changed = isIn
      ? actors.filter((actor) => actor.type !== 'user' || actor.accountId !== accountId)
      : [...actors, { type: 'user' as const, accountId }];
    state.projects.put({ ...project, roleActors: { ...project.roleActors, [roleId]: changed } });
  },
};

export const jiraActs: readonly Act[] = [setRelevance, setScore, write, move, remove, unlink, hide, role];
