/**
 * Scoring a risk as a change that can be taken back.
 */
import { levelOf, scoreValue } from '../../../../../src/domain/level';
import type { LevelBands, Score } from '../../../../../src/domain/level';
import type { RiskView } from '../../../../../src/reads/risk-view';
import { invoke } from '../bridge';
import { panel } from '../strings/en-panel';
import { fill } from '../strings/fill';
import type { Change } from '../panel/use-change';

export type ScoreKind = 'inherent' | 'residual';

/** Undo sets the score before; a risk that had none cannot be set back to none, so there it is left out. */
export function scoreChange(risk: RiskView, kind: ScoreKind, score: Score, bands: LevelBands): Change {
  const before = risk[kind];
  return {
    ...change(risk.id, kind, score, bands),
    ...(before === undefined ? {} : { undo: { ...change(risk.id, kind, before, bands), control: 'undo:level' } }),
  };
}

function change(issueId: string, kind: ScoreKind, { likelihood, impact }: Score, bands: LevelBands): Change {
  const score = { likelihood, impact };
  return {
    control: scoreControl(kind, score),
    place: 'level',
    save: () => invoke('scoreRisk', { issueId, kind, likelihood, impact }),
    saved: fill(panel.risk.saved[kind], { level: levelOf(score, bands), score: scoreValue(score) }),
  };
}

/** Names the cell that is being saved. */
export function scoreControl(kind: ScoreKind, { likelihood, impact }: Score): string {
  return `score:${kind}:${likelihood}:${impact}`;
}
