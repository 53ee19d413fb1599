/**
 * Definition-of-Ready checks on one story: ready, or the list of what is missing. Pure.
 */
import type { Level } from './level';
import type { Relevance } from './relevance';

/** A check that is not fulfilled yet. */
export const MISSING = ['assessment', 'answer', 'riskOwner'] as const;
export type Missing = (typeof MISSING)[number];

/** What readiness is decided from. */
export interface ReadinessFacts {
  readonly relevance: Relevance;
  /** Security risks this story is linked to, whichever way round (mitigates or is threatened by). */
  readonly risks: readonly { readonly open: boolean; readonly level: Level | undefined; readonly owned: boolean }[];
  /** Issues that secure this story. */
  readonly enablers: number;
}

export interface CheckResult {
  readonly check: Missing;
  /** `notNeeded`: the check does not apply to this story (for example a not relevant one). */
  readonly state: 'passed' | 'missing' | 'notNeeded';
}

export interface Readiness {
  readonly ready: boolean;
  readonly checks: readonly CheckResult[];
  readonly missing: readonly Missing[];
}

/**
 * - `assessment`: the story's relevance was assessed;
 * - `answer`: a relevant story is linked to a security risk or is secured by an enabler;
 * - `riskOwner`: every open Critical or High risk it is linked to has an owner.
 */
export function readinessOf(facts: ReadinessFacts): Readiness {
  const relevant = facts.relevance === 'relevant';
  const severe = facts.risks.filter((risk) => risk.open && (risk.level === 'Critical' || risk.level === 'High'));
  const checks: CheckResult[] = [
    { check: 'assessment', state: facts.relevance === 'unassessed' ? 'missing' : 'passed' },
    { check: 'answer', state: relevant ? passedWhen(facts.risks.length > 0 || facts.enablers > 0) : 'notNeeded' },
    {
      check: 'riskOwner',
      state: relevant && severe.length > 0 ? passedWhen(severe.every((risk) => risk.owned)) : 'notNeeded',
    },
  ];
  const missing = checks.filter((check) => check.state === 'missing').map((check) => check.check);
  return { ready: missing.length === 0, checks, missing };
}

function passedWhen(condition: boolean): 'passed' | 'missing' {
  return condition ? 'passed' : 'missing';
}
