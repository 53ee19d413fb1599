import { Hono } from 'hono';
import { registerByHand } from '../by-hand/index';
import type { Fault } from './faults';
import { JiraProblem } from './problem';
import type { Site } from './site';

export interface ControlActions {
  reset(): void;
  importCsv(text: string, projectKey: string | undefined): unknown;
}

/** /__local-jira: the test's and the demo's own handle on the site. No authentication; served on loopback only. */
export function buildControl(site: Site, actions: ControlActions): Hono {
  const app = new Hono();
  app.post('/__local-jira/reset', (c) => {
    actions.reset();
    return c.json({ ok: true });
  });
  app.get('/__local-jira/clock', (c) => c.json({ now: site.clock.now().toISOString() }));
  app.post('/__local-jira/clock', async (c) => {
    const body: { now?: string; advanceMs?: number } = await c.req.json();
    if (body.now !== undefined) site.clock.set(new Date(body.now));
    if (body.advanceMs !== undefined) site.clock.advance(body.advanceMs);
    return c.json({ now: site.clock.now().toISOString() });
  });
  app.get('/__local-jira/faults', (c) => c.json(site.faults.list()));
  app.post('/__local-jira/faults', async (c) => {
    site.faults.add(await c.req.json<Fault>());
    return c.json(site.faults.list(), 201);
  });
  app.delete('/__local-jira/faults', (c) => {
    site.faults.clear();
    return c.json([]);
  });
  app.get('/__local-jira/costs', (c) => {
    const view = c.req.query('view');
    return c.json({ totals: site.costs.totals(view), entries: site.costs.entries });
  });
  app.post('/__local-jira/costs/reset', (c) => {
    site.costs.reset();
    return c.json({ ok: true });
  });
  app.get('/__local-jira/users', (c) =>
    c.json(
      site.state.users.all().map(({ id, displayName, emailAddress, accountType, groups }) => ({
        accountId: id,
        displayName,
        emailAddress,
        accountType,
        groups,
      })),
    ),
  );
  app.post('/__local-jira/import', async (c) =>
    c.json(actions.importCsv(await c.req.text(), c.req.query('project')) as object),
  );
  registerByHand(app, () => site.state);
  app.all('*', (c) => c.json({ errorMessages: [`local Jira has no control ${c.req.method} ${c.req.path}`] }, 501));
  app.onError((error, c) => {
    const status = error instanceof JiraProblem ? (error.status as 400) : 400;
    return c.json({ errorMessages: [error.message], errors: {} }, status);
  });
  return app;
}
