/**
 * The two doors through which the demo world is made: Jira's REST as a person, and the app's own operations as a person.
 */
import type { Defs } from '../../src/contract/defs';
import type { LocalForge, Site } from '../local-forge';
import type { LocalJira } from '../local-jira';
import { PEOPLE, type PersonName } from './people';

export interface Doors {
  /** @throws Error with Jira's own words when Jira refuses. Returns the parsed answer, undefined for an empty one. */
  jira(by: PersonName, method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<unknown>;
  /** @throws Error with the code when the app refuses. */
  app<K extends keyof Defs>(by: PersonName, operation: K, payload: Parameters<Defs[K]>[0]): Promise<ValueOf<K>>;
  /** The app's jobs that are due. Returns how many ran. */
  jobs(): Promise<number>;
  /** The app's schedule that counts the day, with its jobs. @throws Error where it fails. */
  count(): Promise<void>;
}

/** What the admin page asks; everything else is asked by the panel of an issue. */
const ON_THE_ADMIN_PAGE: ReadonlySet<keyof Defs> = new Set(['planSetup', 'startSetup', 'readSetupRun']);

type ValueOf<K extends keyof Defs> = Extract<ReturnType<Defs[K]>, { ok: true }>['value'];

export function openDoors(jira: LocalJira, forge: LocalForge, site: Site): Doors {
  const tokens = new Map<PersonName, string>();
  const tokenOf = (by: PersonName): string => {
    const token = tokens.get(by) ?? jira.issueToken({ type: 'user', accountId: PEOPLE[by].accountId }, 'all');
    tokens.set(by, token);
    return token;
  };
  return {
    async jira(by, method, path, body) {
      const request = new Request(`http://jira.local${path}`, {
        method,
        headers: { authorization: `Bearer ${tokenOf(by)}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const response = await jira.fetch(request);
      const text = await response.text();
      if (!response.ok) {
        throw new Error(`${method} ${path} as ${by}: ${response.status} ${text} for ${JSON.stringify(body)}`);
      }
      return text === '' ? undefined : (JSON.parse(text) as unknown);
    },
    async app<K extends keyof Defs>(by: PersonName, operation: K, payload: Parameters<Defs[K]>[0]) {
      const answer = (await forge.invokeResolver(site, {
        moduleKey: ON_THE_ADMIN_PAGE.has(operation) ? 'set-up' : 'security-panel',
        accountId: PEOPLE[by].accountId,
        extension: {},
        functionKey: operation,
        payload,
      })) as ReturnType<Defs[K]>;
      if (!answer.ok)
        throw new Error(`${operation} as ${by}: ${JSON.stringify(answer)} for ${JSON.stringify(payload)}`);
      return answer.value;
    },
    jobs: () => forge.queue.deliver(site),
    async count() {
      if ((await forge.schedules.run(site, 'daily-snapshot')) !== 'answered') throw new Error('nothing was counted');
      const jobs = { early: true, queueName: 'snapshots' };
      while ((await forge.queue.deliver(site, jobs)) > 0);
    },
  };
}
