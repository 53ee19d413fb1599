/**
 * What is wrong with a risk, one line each, with what can be done about it from here. Pure.
 */
import { progressTotal } from '../../../../../../src/domain/progress';
import type { RiskMove } from '../../../../../../src/contract/risks';
import type { EnablerView, RiskProblem, RiskView, ThreatenedStoryView } from '../../../../../../src/reads/risk-view';
import { daysUntil } from '../../../shared/days';
import { panel } from '../../../shared/strings/en-panel';
import { risk as riskWords } from '../../../shared/strings/en-risk';
import { riskProblems } from '../../../shared/strings/en-risk-problems';
import { fill, plural } from '../../../shared/strings/fill';
import { offeredMoves } from '../../../shared/risk/moves';

export interface ProblemLine {
  readonly id: string;
  readonly title: string;
  /** Why it matters, or who puts it right where this panel cannot. */
  readonly why: string;
  readonly fix: ProblemFix | undefined;
}

export type ProblemFix =
  | { readonly kind: 'score'; readonly which: 'inherent' | 'residual'; readonly label: string }
  | { readonly kind: 'linkEnabler'; readonly label: string }
  | { readonly kind: 'owner'; readonly label: string }
  | { readonly kind: 'review'; readonly label: string }
  | { readonly kind: 'move'; readonly to: RiskMove; readonly label: string }
  | { readonly kind: 'open'; readonly key: string; readonly label: string }
  | { readonly kind: 'ask'; readonly label: string }
  | { readonly kind: 'decide'; readonly label: string }
  | { readonly kind: 'markRelevant'; readonly story: ThreatenedStoryView; readonly label: string };

/**
 * The lines in the order of `risk.problems`; a threatened story that nobody assessed has a line of its own.
 * @param mayAsk the viewer may ask for acceptance now.
 */
export function problemLines(risk: RiskView, today: string, mayAsk: boolean): readonly ProblemLine[] {
  return risk.problems.flatMap((problem) => linesOf(problem, risk, today, mayAsk));
}

function linesOf(problem: RiskProblem, risk: RiskView, today: string, mayAsk: boolean): readonly ProblemLine[] {
  const words = panel.risk.problems;
  switch (problem) {
    case 'noOwner':
      return [
        {
          id: problem,
          title: words.noOwner,
          why: risk.mayEdit ? riskWords.fixes.noOwnerWhy : words.noOwnerWhy,
          fix: ownerFix(risk),
        },
      ];
    case 'ownerInactive':
      return [{ id: problem, ...riskProblems[problem], fix: ownerFix(risk) }];
    case 'notScored':
      return [
        {
          id: problem,
          title: words.notScored,
          why: words.notScoredWhy,
          fix: risk.mayEdit ? { kind: 'score', which: 'inherent', label: words.score } : undefined,
        },
      ];
    case 'noEnabler':
      return [
        {
          id: problem,
          title: words.noEnabler,
          why: risk.mayLink ? words.noEnablerWhy : words.noEnablerWho,
          fix: risk.mayLink ? { kind: 'linkEnabler', label: panel.risk.linkEnabler } : undefined,
        },
      ];
    case 'reviewOverdue':
      return [{ id: problem, title: overdueTitle(risk, today), why: overdueWhy(risk), fix: reviewFix(risk) }];
    case 'allEnablersDone':
      return [
        {
          id: problem,
          title: plural(words.allEnablersDone, progressTotal(risk.progress)),
          why: words.allEnablersDoneWhy,
          fix: doneFix(risk),
        },
      ];
    case 'storyUnassessed':
      return risk.threatens
        .filter((story) => story.relevance === 'unassessed' && story.status.category !== 'done')
        .map((story) => ({
          id: `${problem}:${story.id}`,
          title: fill(words.storyUnassessed, { key: story.key }),
          why: words.storyUnassessedWhy,
          fix: risk.mayEdit ? { kind: 'markRelevant', story, label: words.markRelevant } : undefined,
        }));
    case 'residualAboveInherent':
    case 'residualNotScored':
    case 'residualUnproven':
      return [
        {
          id: problem,
          ...riskProblems[problem],
          fix: risk.mayEdit ? { kind: 'score', which: 'residual', label: words.score } : undefined,
        },
      ];
    case 'acceptanceExpired':
    case 'acceptedWithoutEnd':
      return [{ id: problem, ...riskProblems[problem], fix: askAgainFix(risk, mayAsk) }];
    case 'acceptanceEnding':
      return [
        {
          id: problem,
          ...riskProblems[problem],
          fix: mayAsk ? { kind: 'ask', label: riskWords.fixes.extend } : undefined,
        },
      ];
    case 'enablerUnassigned': {
      const unassigned = openEnablers(risk).filter(({ assignee }) => assignee === undefined);
      return namedLine(problem, unassigned, riskWords.fixes.unassigned, riskWords.fixes.unassignedMore);
    }
    case 'closedWithOpenEnablers':
      return namedLine(problem, openEnablers(risk), riskWords.fixes.closedOpen, riskWords.fixes.closedOpenMore);
  }
}

function ownerFix({ mayEdit }: RiskView): ProblemFix | undefined {
  return mayEdit ? { kind: 'owner', label: riskWords.fixes.chooseOwner } : undefined;
}

function reviewFix({ mayEdit }: RiskView): ProblemFix | undefined {
  return mayEdit ? { kind: 'review', label: riskWords.fixes.reviewed } : undefined;
}

/** Decide again, or at least stop saying that it is accepted. */
function askAgainFix(risk: RiskView, mayAsk: boolean): ProblemFix | undefined {
  if (mayAsk) return { kind: 'ask', label: riskWords.fixes.ask };
  return offeredMoves(risk).includes('assessed')
    ? { kind: 'move', to: 'assessed', label: riskWords.fixes.assess }
    : undefined;
}

/** Verify first; what is in verification is closed once it is scored; else at least re-score. */
function doneFix(risk: RiskView): ProblemFix | undefined {
  const moves = offeredMoves(risk);
  if (moves.includes('verification')) return { kind: 'move', to: 'verification', label: riskWords.fixes.verify };
  if (risk.statusKey === 'verification' && moves.includes('closed')) {
    return { kind: 'move', to: 'closed', label: riskWords.fixes.close };
  }
  return risk.mayEdit ? { kind: 'score', which: 'residual', label: panel.risk.problems.rescore } : undefined;
}

function openEnablers({ enablers }: RiskView): readonly EnablerView[] {
  return enablers.filter(({ dropped, status }) => !dropped && status.category !== 'done');
}

/** Names the first of them, which is where it is put right. */
function namedLine(
  problem: 'enablerUnassigned' | 'closedWithOpenEnablers',
  [first, ...more]: readonly EnablerView[],
  one: '{key} has no assignee' | 'Closed, and {key} is still open',
  several: typeof riskWords.fixes.unassignedMore | typeof riskWords.fixes.closedOpenMore,
): readonly ProblemLine[] {
  const { title, why } = riskProblems[problem];
  if (first === undefined) return [{ id: problem, title, why, fix: undefined }];
  const { key } = first;
  return [
    {
      id: problem,
      title: more.length === 0 ? fill(one, { key }) : plural(several, more.length, { key }),
      why,
      fix: { kind: 'open', key, label: fill(riskWords.fixes.open, { key }) },
    },
  ];
}

function overdueTitle({ nextReview }: RiskView, today: string): string {
  const days = nextReview === undefined ? 0 : Math.max(0, -daysUntil(nextReview, today));
  return plural(panel.risk.problems.reviewOverdue, days);
}

function overdueWhy({ owner }: RiskView): string {
  const words = riskWords.fixes;
  return owner === undefined ? words.reviewOverdueNobody : fill(words.reviewOverdueWhy, { name: owner.name });
}
