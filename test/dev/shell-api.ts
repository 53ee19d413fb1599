import { Hono } from 'hono';
import * as v from 'valibot';
import type { LocalForge } from '../local-forge';
import type { Clock, LocalJira } from '../local-jira';
import type { AppFaults } from './app-faults';
import type { BackgroundControl } from './background-lab';
import { boardOf } from './board';
import { configureGadget, dashboardOf } from './dashboard';
import { importBacklog } from './import-backlog';
import { newProject, NewProjectBody } from './new-project';
import type { PageViews } from './page-cost';
import { peopleOf } from './people';
import { sessionOf } from './session';
import type { ShellSession } from './shell-session';
import { labApi, labState } from './lab-api';
import type { Badge } from './shell/src/site/contract';
import type { World, WorldName } from './world';

type Site = LocalForge['sites'][number];

export interface ShellServices {
  readonly jira: LocalJira;
  readonly forge: LocalForge;
  readonly site: Site;
  readonly clock: Clock;
  readonly world: World;
  readonly worldName: WorldName;
  readonly faults: AppFaults;
  readonly background: BackgroundControl;
  readonly views: PageViews;
  readonly sessions: ShellSession;
  readonly origins: () => { readonly shell: string; readonly pages: string };
  /** Something was changed that must be saved. */
  readonly touch: () => void;
}

const UserBody = v.object({ accountId: v.string() });
const BadgeBody = v.object({ moduleKey: v.string(), extension: v.record(v.string(), v.unknown()) });
const GadgetBody = v.object({ configuration: v.unknown() });
const BadgeAnswer = v.object({
  status: v.object({
    type: v.literal('lozenge'),
    value: v.object({
      label: v.string(),
      type: v.picklist(['default', 'inprogress', 'moved', 'new', 'removed', 'success']),
    }),
  }),
});

/** What the shell needs beside Jira's REST, under /__shell/api. A refusal is one sentence of text. */
export function shellApi(services: ShellServices): Hono {
  const { jira, forge, site, clock, world, faults, background, views, sessions, touch } = services;
  const start = { at: clock.now() };
  const api = new Hono();

  api.get('/session', async (c) => {
    const person = sessions.person(c);
    sessions.signIn(c, person.accountId);
    return c.json(await sessionOf(services, person, labState(services)));
  });
  api.post('/user', async (c) => {
    const { accountId } = v.parse(UserBody, await c.req.json());
    return sessions.signIn(c, accountId) ? c.body(null, 204) : c.text('There is no such person.', 404);
  });
  api.post('/badge', async (c) => {
    const page = v.parse(BadgeBody, await c.req.json());
    const { accountId } = sessions.person(c);
    const view = sessions.view(c);
    views.countFunction(view);
    const answer = await views.run(view, () => forge.dynamicProperties(site, { ...page, accountId }));
    const badge = v.safeParse(BadgeAnswer, answer);
    return c.json<Badge | null>(badge.success ? badge.output.status.value : null);
  });
  api.post('/projects', async (c) => {
    const made = newProject(jira, sessions.person(c), v.parse(NewProjectBody, await c.req.json()));
    touch();
    return c.json(made, 201);
  });
  api.get('/board/:key', (c) => c.json(boardOf(jira.state, c.req.param('key'))));
  api.get('/dashboard', (c) => c.json(dashboardOf(jira, forge, sessions.person(c).accountId)));
  api.put('/gadgets/:id', async (c) => {
    const { configuration } = v.parse(GadgetBody, await c.req.json());
    const gadget = configureGadget(jira, c.req.param('id'), configuration);
    touch();
    return c.json(gadget);
  });
  api.route('/lab', labApi(services, start));
  api.get('/cost', (c) => c.json(views.cost(jira, sessions.view(c) ?? 'none')));
  api.post('/start-over', async (c) => {
    faults.clear();
    await forge.whileStill(() => world.make());
    background.twice = false;
    start.at = clock.now();
    touch();
    return c.body(null, 204);
  });
  api.post('/import', async (c) => {
    const report = await importBacklog(services, await c.req.text(), peopleOf(jira.state));
    touch();
    return c.json(report);
  });

  api.notFound((c) => c.text(`The shell has no ${c.req.method} ${c.req.path}.`, 404));
  api.onError((error, c) => c.text(error.message, v.isValiError(error) ? 400 : 500));
  return api;
}
