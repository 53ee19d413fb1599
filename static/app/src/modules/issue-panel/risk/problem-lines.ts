/**
 * What is wrong with a risk, one line each, with what can be done about it from here. Pure.
 */
import { progressTotal } from '../../../../../../src/domain/progress';
import type { RiskProblem, RiskView, ThreatenedStoryView } from '../../../../../../src/reads/risk-view';
import { daysUntil } from '../../../shared/days';
import { panel } from '../../../shared/strings/en-panel';
import { fill, plural } from '../../../shared/strings/fill';

export interface ProblemLine {
  readonly id: string;
  readonly title: string;
  /** Why it matters, or who puts it right where this panel cannot. */
  readonly why: string;
  readonly fix: ProblemFix | undefined;
}

export type ProblemFix =
  | { readonly kind: 'score'; readonly which: 'inherent' | 'residual'; readonly label: string }
  | { readonly kind: 'markRelevant'; readonly story: ThreatenedStoryView; readonly label: string };

/** The lines in the order of `risk.problems`; a threatened story that nobody assessed has a line of its own. */
export function problemLines(risk: RiskView, today: string): readonly ProblemLine[] {
  return risk.problems.flatMap((problem) => linesOf(problem, risk, today));
}

function linesOf(problem: RiskProblem, risk: RiskView, today: string): readonly ProblemLine[] {
  const words = panel.risk.problems;
  switch (problem) {
    case 'noOwner':
      return [{ id: problem, title: words.noOwner, why: words.noOwnerWhy, fix: undefined }];
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
      return [{ id: problem, title: words.noEnabler, why: words.noEnablerWhy, fix: undefined }];
    case 'reviewOverdue':
      return [{ id: problem, title: overdueTitle(risk, today), why: overdueWhy(risk), fix: undefined }];
    case 'allEnablersDone':
      return [
        {
          id: problem,
          title: plural(words.allEnablersDone, progressTotal(risk.progress)),
          why: words.allEnablersDoneWhy,
          fix: risk.mayEdit ? { kind: 'score', which: 'residual', label: words.rescore } : undefined,
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
  }
}

function overdueTitle({ nextReview }: RiskView, today: string): string {
  const days = nextReview === undefined ? 0 : Math.max(0, -daysUntil(nextReview, today));
  return plural(panel.risk.problems.reviewOverdue, days);
}

function overdueWhy({ owner }: RiskView): string {
  const words = panel.risk.problems;
  return owner === undefined ? words.reviewOverdueNobody : fill(words.reviewOverdueWhy, { name: owner.name });
}
