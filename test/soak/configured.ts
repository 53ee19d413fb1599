/** How much of each kind is in Jira's configuration: what set-up makes, it makes once. */
import type { LocalJira } from '../local-jira/index';

type State = LocalJira['state'];
type Amounts = Readonly<Record<string, number>>;

export interface Configured {
  readonly start: Amounts;
  /** For one more project. */
  readonly more: Amounts;
}

const KINDS = [
  'issueTypes',
  'fields',
  'fieldOptions',
  'linkTypes',
  'statuses',
  'workflows',
  'workflowSchemes',
  'screens',
  'screenSchemes',
  'issueTypeSchemes',
  'issueTypeScreenSchemes',
  'fieldContexts',
  'fieldSchemes',
  'fieldConfigurations',
  'fieldConfigurationSchemes',
] as const satisfies readonly (keyof State)[];

export function countsOf(state: State): Amounts {
  return Object.fromEntries(KINDS.map((kind) => [kind, state[kind].all().length]));
}

export function difference(after: Amounts, before: Amounts): Amounts {
  return Object.fromEntries(Object.keys(after).map((kind) => [kind, (after[kind] ?? 0) - (before[kind] ?? 0)]));
}

/** Kinds of which there is more than there was and one project more may need. */
export function tooMuch({ start, more }: Configured, state: State): readonly string[] {
  return Object.entries(countsOf(state)).flatMap(([kind, count]) => {
    const most = (start[kind] ?? 0) + (more[kind] ?? 0);
    return count > most ? [`there are ${count} ${kind}, and no more than ${most} were needed`] : [];
  });
}
