/**
 * What an act of a soak is given, and what acts have in common: whom to be, what to do it to.
 */
import type { Defs } from '../../src/contract/defs';
import type { Result } from '../../src/contract/result';
import type { JiraRequest } from '../../src/jira/request';
import { jiraAs } from '../fixtures/jira-request';
import type { Issue } from '../local-jira/state/issue-entities';
import type { PromiseLedger } from './ledger';
import type { Random } from './random';
import type { SoakTime } from './soak-time';
import type { Tenant, Who } from './tenant';

export type Operation = keyof Defs;
export type Value<K extends Operation> = ReturnType<Defs[K]> extends Result<infer V> ? V : never;

/** One act of one run. */
export interface Scene {
  readonly number: number;
  readonly tenant: Tenant;
  /** This one and the other. */
  readonly tenants: readonly Tenant[];
  readonly random: Random;
  readonly time: SoakTime;
  /** Which of the first few issues people meet at in this round. */
  readonly meeting: number;
  readonly ledger: PromiseLedger;
  /**
   * What a page of this person does with an operation: calls it, perhaps twice, and tries again a few times with the very
   * same payload. @returns `undefined` where the person was never told that it is done.
   */
  call<K extends Operation>(who: Who, operation: K, payload: Parameters<Defs[K]>[0]): Promise<Value<K> | undefined>;
  /** Jira, as a page of this person reaches it, with all its trouble. */
  page(who: Who): JiraRequest;
  /** What a page of this person shows; kept to be searched. */
  shows(who: Who, what: string, read: () => Promise<unknown>): Promise<void>;
  /** Something that Forge promises not to spare an app. */
  readonly count: (kind: string, times?: number) => void;
  /** Something that must not be. */
  readonly isWrong: (words: string) => void;
  /** The app's code is replaced by its next version. */
  upgrade(): void;
}

export interface Act {
  readonly kind: string;
  readonly weight: number;
  /** At most one act of this in a round, and nobody else's beside it. */
  readonly alone?: true;
  run(scene: Scene): Promise<void>;
}

/** As Jira's own pages do it. */
export function inJira({ tenant }: Scene, who: Who): JiraRequest {
  return jiraAs(tenant.calm, tenant.people[who]);
}

/** Mostly people who may, now and then some who may not. */
export function somebody({ random }: Scene): Who {
  return random.weighted<Who>([
    [6, 'deniz'],
    [4, 'mara'],
    [1, 'priya'],
    [1, 'aino'],
    [0.3, 'guest'],
    [1, 'admin'],
  ]);
}

const isOf = (issue: Issue, ...typeIds: readonly string[]) => typeIds.includes(issue.typeId);

export function storiesOf({ tenant }: Pick<Scene, 'tenant'>): readonly Issue[] {
  return [...tenant.site.jira.state.issues.values()].filter((issue) => isOf(issue, ...tenant.storyTypeIds));
}

export function risksOf({ tenant }: Pick<Scene, 'tenant'>): readonly Issue[] {
  return [...tenant.site.jira.state.issues.values()].filter((issue) => isOf(issue, ...tenant.riskTypeIds));
}

/** Half of the time the one at which everybody of this round meets. */
export function someOf<T>({ random, meeting }: Scene, all: readonly T[]): T | undefined {
  const first = all.slice(0, 4);
  return random.chance(0.5) ? first[meeting % Math.max(1, first.length)] : random.maybe(all);
}

/** Of a story or risk that is there; nothing is done where there is none. */
export async function withStory(scene: Scene, work: (story: Issue) => Promise<void>): Promise<void> {
  const story = someOf(scene, storiesOf(scene));
  if (story !== undefined) await work(story);
}

export async function withRisk(scene: Scene, work: (risk: Issue) => Promise<void>): Promise<void> {
  const risk = someOf(scene, risksOf(scene));
  if (risk !== undefined) await work(risk);
}
