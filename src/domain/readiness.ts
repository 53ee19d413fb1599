/**
 * Definition-of-Ready checks on one story: ready, or the list of what is missing. Pure.
 */
import type { Level } from './level';
import type { ProjectSettings, ReadinessChecks } from './project-settings';
import type { Relevance } from './relevance';

export const CHECKS = ['assessment', 'answer', 'riskOwner', 'changed'] as const;
export type Check = (typeof CHECKS)[number];
/** A check that is not fulfilled and that keeps a story from being ready. */
export const MISSING = ['assessment', 'answer', 'riskOwner'] as const;
export type Missing = (typeof MISSING)[number];

/** What readiness is decided from. */
export interface ReadinessFacts {
  readonly relevance: Relevance;
  /** Security risks this story is linked to, whichever way round (mitigates or is threatened by). */
  readonly risks: readonly { readonly open: boolean; readonly level: Level | undefined; readonly owned: boolean }[];
  /** Issues that secure this story. */
  readonly enablers: number;
  /** Security acceptance criteria in the description. */
  readonly criteria: number;
  /** The text changed in meaning since the assessment, or since that was confirmed. */
  readonly changed: boolean;
}

export interface CheckResult {
  readonly check: Check;
  /**
   * `notNeeded`: does not apply to this story (for example a not relevant one). `off`: this project does not ask.
   * `warning`: worth a look; the story stays ready. Only `changed` warns.
   */
  readonly state: 'passed' | 'missing' | 'warning' | 'notNeeded' | 'off';
}

export interface Readiness {
  readonly ready: boolean;
  /** One for each of CHECKS, in that order. */
  readonly checks: readonly CheckResult[];
  readonly missing: readonly Missing[];
}

/** The checks as they count: where the gate blocks, criteria do not, because Jira's validator sees links only. */
export function checksInForce({ gate, checks }: Pick<ProjectSettings, 'gate' | 'checks'>): ReadinessChecks {
  return gate === 'block' ? { ...checks, criteria: 'ignored' } : checks;
}

/**
 * - `assessment`: the story's relevance was assessed;
 * - `answer`: a relevant story is linked to a security risk, is secured by an enabler or has security acceptance criteria;
 * - `riskOwner`: every open Critical or High risk that a relevant story is linked to has an owner;
 * - `changed`: the text is still the one that was assessed.
 */
export function readinessOf(facts: ReadinessFacts, inForce: ReadinessChecks): Readiness {
  const relevant = facts.relevance === 'relevant';
  const severe = facts.risks.filter((risk) => risk.open && (risk.level === 'Critical' || risk.level === 'High'));
  const criteria = inForce.criteria === 'accepted' ? facts.criteria : 0;
  const answered = facts.risks.length > 0 || facts.enablers > 0 || criteria > 0;
  const checks: readonly CheckResult[] = [
    { check: 'assessment', state: facts.relevance === 'unassessed' ? 'missing' : 'passed' },
    { check: 'answer', state: asked(inForce.answer, relevant, answered) },
    {
      check: 'riskOwner',
      state: asked(
        inForce.riskOwner,
        relevant && severe.length > 0,
        severe.every((risk) => risk.owned),
      ),
    },
    { check: 'changed', state: changedState(facts, inForce) },
  ];
  const missing = MISSING.filter((name) => checks.some(({ check, state }) => check === name && state === 'missing'));
  return { ready: missing.length === 0, checks, missing };
}

function asked(setting: 'required' | 'off', applies: boolean, fulfilled: boolean): CheckResult['state'] {
  if (setting === 'off') return 'off';
  if (!applies) return 'notNeeded';
  return fulfilled ? 'passed' : 'missing';
}

function changedState({ relevance, changed }: ReadinessFacts, inForce: ReadinessChecks): CheckResult['state'] {
  if (inForce.changed === 'off') return 'off';
  if (relevance === 'unassessed') return 'notNeeded';
  return changed ? 'warning' : 'passed';
}
