/** Handlers of the fixture app: each does one thing that the local Forge has to carry. */
import api, { route } from '@forge/api';
import { Queue, type AsyncEvent } from '@forge/events';
import { kvs } from '@forge/kvs';
import Resolver from '@forge/resolver';

const definitions = new Resolver();

definitions.define('whoAmI', ({ context }) => ({ context: context as Record<string, unknown> }));

definitions.define('echo', ({ payload }) => payload as Record<string, unknown>);

definitions.define('readIssue', async ({ payload }) => {
  const response = await api.asUser().requestJira(route`/rest/api/3/issue/${(payload as { key: string }).key}`);
  return { status: response.status, issue: (await response.json()) as unknown };
});

/** Reads, waits for others to run meanwhile, and stores what it read: the shape in which tenants get mixed up. */
definitions.define('remember', async ({ payload }) => {
  const { key } = payload as { key: string };
  const response = await api.asUser().requestJira(route`/rest/api/3/issue/${key}`);
  const { fields } = (await response.json()) as { fields: { summary: string } };
  await new Promise((resolve) => setTimeout(resolve, 1));
  await kvs.set(`seen:${key}`, fields.summary);
  return { stored: await kvs.get(`seen:${key}`) };
});

definitions.define('push', async ({ payload }) => {
  const { jobId } = await new Queue({ key: 'work' }).push({ body: payload as Record<string, unknown> });
  return { jobId };
});

definitions.define('fail', () => {
  throw new TypeError('secret detail');
});

export const resolver = definitions.getDefinitions();

export const badge = (payload: { extension: { issue: { key: string } } }) => ({
  status: { type: 'lozenge', value: { label: payload.extension.issue.key, type: 'new' } },
});

export const worker = async ({ body, eventId }: AsyncEvent) => {
  await kvs.set(`worked:${eventId}`, body);
};

export const nightly = async () => {
  await kvs.set('nights', ((await kvs.get<number>('nights')) ?? 0) + 1);
};

export const onEvent = async (event: { eventType: string }) => {
  await kvs.set('last-event', event);
};

export const beforeUninstall = async () => {
  await kvs.set('uninstalled', true);
};
