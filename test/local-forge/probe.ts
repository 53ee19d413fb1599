/** For tests: runs any code as if it were the fixture app's function. */
import path from 'node:path';
import { fixedClock } from '../local-jira/clock';
import { FakeJira } from './fake-jira';
import { createLocalForge, type LocalForge } from './local-forge';
import type { Site } from './site';

export const FIXTURE_APP = path.join(__dirname, 'fixture-app');
export const ISSUE_EXTENSION = {
  issue: { id: '10001', key: 'SEC-1', type: 'Story', typeId: '10002' },
  project: { id: '10000', key: 'SEC', type: 'software' },
};

type Handler = (...args: unknown[]) => unknown;

export interface Probe {
  readonly forge: LocalForge;
  readonly jira: FakeJira;
  readonly site: Site;
  readonly clock: ReturnType<typeof fixedClock>;
  /** Runs `work` as the resolver, as the person `accountId` or (null) nobody. */
  readonly run: <T>(work: () => Promise<T>, options?: { site?: Site; accountId?: string | null }) => Promise<T>;
  /** Replaces the handlers of consumer, schedule, event and preUninstall. */
  readonly handlers: Record<'worker' | 'nightly' | 'onEvent' | 'beforeUninstall', Handler>;
}

export function probe(): Probe {
  const clock = fixedClock('2026-11-20T13:00:00Z');
  let work: () => Promise<unknown> = async () => undefined;
  const nothing = () => undefined;
  const handlers: Probe['handlers'] = { worker: nothing, nightly: nothing, onEvent: nothing, beforeUninstall: nothing };
  const forge = createLocalForge({
    appRoot: FIXTURE_APP,
    clock,
    loadHandlers: async () => ({
      resolver: async () => work(),
      badge: () => undefined,
      worker: (...args: unknown[]) => handlers.worker(...args),
      nightly: (...args: unknown[]) => handlers.nightly(...args),
      onEvent: (...args: unknown[]) => handlers.onEvent(...args),
      beforeUninstall: (...args: unknown[]) => handlers.beforeUninstall(...args),
    }),
  });
  const jira = new FakeJira('cloud-probe');
  const site = forge.installOn(jira, { cloudId: jira.cloudId, siteUrl: 'https://probe.atlassian.net' });
  return {
    forge,
    jira,
    site,
    clock,
    handlers,
    async run<T>(given: () => Promise<T>, options: { site?: Site; accountId?: string | null } = {}): Promise<T> {
      let outcome: { value: T } | undefined;
      let thrown: { error: unknown } | undefined;
      work = async () => {
        try {
          outcome = { value: await given() };
        } catch (error) {
          thrown = { error };
        }
      };
      await forge.invokeResolver(options.site ?? site, {
        moduleKey: 'panel',
        accountId: options.accountId === null ? undefined : (options.accountId ?? 'mara'),
        extension: ISSUE_EXTENSION,
        functionKey: 'probe',
        payload: {},
      });
      // What was thrown inside comes out as itself, not as the words a page would see.
      if (thrown !== undefined) throw thrown.error;
      if (outcome === undefined) throw new Error('The probe did not run.');
      return outcome.value;
    },
  };
}
