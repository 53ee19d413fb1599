import { Hono } from 'hono';
import * as v from 'valibot';
import { machineNow } from './page-clock';
import type { LabState } from './shell/src/site/contract';
import type { ShellServices } from './shell-api';

const HOUR = 3_600_000;
const ClockBody = v.object({ advanceHours: v.optional(v.number()), to: v.optional(v.picklist(['start', 'real'])) });
const FaultBody = v.object({ kind: v.string(), on: v.boolean() });
const RunBody = v.object({ kind: v.picklist(['consumer', 'schedule', 'events']), key: v.optional(v.string(), '') });
const TwiceBody = v.object({ on: v.boolean() });
const AppBody = v.object({ installed: v.boolean() });

export function labState({ clock, faults, background }: ShellServices): LabState {
  return { now: clock.now().toISOString(), faults: faults.list(), background: background.state() };
}

/** Time, trouble and the app's background work, under /__shell/api/lab. `start` is when the world began. */
export function labApi(services: ShellServices, start: { at: Date }): Hono {
  const { clock, faults, background, touch } = services;
  const api = new Hono();
  const lab = (said?: string): LabState => ({ ...labState(services), ...(said === undefined ? {} : { said }) });

  api.get('/', (c) => c.json(lab()));
  api.post('/clock', async (c) => {
    const { advanceHours, to } = v.parse(ClockBody, await c.req.json());
    if (advanceHours !== undefined) clock.advance(advanceHours * HOUR);
    if (to !== undefined) clock.set(to === 'start' ? start.at : new Date(machineNow()));
    touch();
    return c.json(lab());
  });
  api.post('/faults', async (c) => {
    const { kind, on } = v.parse(FaultBody, await c.req.json());
    faults.set(kind, on);
    return c.json(lab());
  });
  api.delete('/faults', (c) => {
    faults.clear();
    return c.json(lab());
  });
  api.post('/run', async (c) => {
    const { kind, key } = v.parse(RunBody, await c.req.json());
    const said = await background.run(kind, key);
    touch();
    return c.json(lab(said));
  });
  api.post('/twice', async (c) => {
    background.twice = v.parse(TwiceBody, await c.req.json()).on;
    return c.json(lab());
  });
  api.post('/app', async (c) => {
    const said = await background.setInstalled(v.parse(AppBody, await c.req.json()).installed);
    touch();
    return c.json(lab(said));
  });
  return api;
}
