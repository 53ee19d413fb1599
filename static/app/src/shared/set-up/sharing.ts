/**
 * The schemes that a project shares, gathered so that one decision stands for all that share alike. Pure.
 */
import type { Decisions, PlanItem, ProjectName, SchemeKind, Sharing } from '../../../../../src/contract/set-up';

/** Schemes shared with the same projects: asked about once. */
export interface SharedSchemes {
  /** The steps that the decision is for. */
  readonly steps: readonly string[];
  readonly schemes: readonly { readonly kind: SchemeKind; readonly name: string }[];
  readonly others: readonly ProjectName[];
  readonly hidden: number;
  readonly mayCopy: boolean;
  readonly mayChangeAll: boolean;
  readonly chosen: 'copy' | 'changeAll';
}

/** One entry for each set of other projects, in the order of the steps. A step is decided as a whole. */
export function sharedSchemesOf(items: readonly PlanItem[]): readonly SharedSchemes[] {
  const gathered = new Map<string, SharedSchemes>();
  for (const { step, sharing = [] } of items) {
    const ofStep = joined(step, sharing);
    if (ofStep === undefined) continue;
    const key = keyOf(ofStep);
    const before = gathered.get(key);
    gathered.set(
      key,
      before === undefined
        ? ofStep
        : { ...before, steps: [...before.steps, step], schemes: [...before.schemes, ...ofStep.schemes] },
    );
  }
  return [...gathered.values()];
}

/** All projects that use the scheme, this one too. */
export function projectCount({ others, hidden }: SharedSchemes): number {
  return 1 + others.length + hidden;
}

/** The decision for every step at once. */
export function decisionsFor({ steps }: SharedSchemes, chosen: 'copy' | 'changeAll'): Decisions {
  return Object.fromEntries(steps.map((step) => [step, chosen]));
}

function joined(step: string, sharing: readonly Sharing[]): SharedSchemes | undefined {
  const [first] = sharing;
  if (first === undefined) return undefined;
  const others = new Map(sharing.flatMap((each) => each.others).map((project) => [project.id, project]));
  return {
    steps: [step],
    schemes: sharing.map(({ scheme, schemeName }) => ({ kind: scheme, name: schemeName })),
    others: [...others.values()],
    hidden: Math.max(...sharing.map(({ hidden }) => hidden)),
    mayCopy: sharing.every(({ mayCopy }) => mayCopy),
    mayChangeAll: sharing.every(({ mayChangeAll }) => mayChangeAll),
    chosen: first.chosen,
  };
}

function keyOf({ others, hidden, mayCopy, mayChangeAll, chosen }: SharedSchemes): string {
  const ids = others.map(({ id }) => id).sort();
  return JSON.stringify([ids, hidden, mayCopy, mayChangeAll, chosen]);
}
