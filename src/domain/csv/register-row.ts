/**
 * A risk as a row of the exported register. Pure.
 */
import type { Level, Score } from '../level';
import type { Progress } from '../progress';
import type { Treatment } from '../site-setup';

/** Everything that the register says of one risk, as far as whoever exports it may see it. */
export interface RegisterRisk {
  readonly key: string;
  readonly summary: string;
  readonly description: string;
  readonly status: string;
  readonly inherent: Score | undefined;
  readonly level: Level | undefined;
  readonly residual: Score | undefined;
  readonly residualLevel: Level | undefined;
  readonly treatment: Treatment | undefined;
  readonly owner: { readonly name: string; readonly accountId: string } | undefined;
  /** ISO days. */
  readonly nextReview: string | undefined;
  readonly acceptanceExpires: string | undefined;
  readonly businessImpact: string;
  readonly abuseCase: string;
  readonly assets: readonly string[];
  readonly infoSecReference: string;
  readonly progress: Progress;
  /** Enablers that ended without being done; `progress` does not count them. */
  readonly dropped: number;
  readonly created: string | undefined;
}

/** In the order in which they stand in the file. */
export const REGISTER_COLUMNS = [
  'key',
  'summary',
  'description',
  'status',
  'likelihood',
  'impact',
  'level',
  'residualLikelihood',
  'residualImpact',
  'residualLevel',
  'treatment',
  'owner',
  'ownerId',
  'nextReview',
  'acceptanceExpires',
  'businessImpact',
  'abuseCase',
  'asset',
  'infoSecReference',
  'enablersDone',
  'enablersInProgress',
  'enablersToDo',
  'enablersDropped',
  'created',
] as const;
export type RegisterColumn = (typeof REGISTER_COLUMNS)[number];

/** The cells of one risk, as text; whoever writes them to a file makes them safe. What is not there is an empty cell. */
export function registerCells(risk: RegisterRisk): readonly string[] {
  return REGISTER_COLUMNS.map((column) => textIn(risk, column));
}

function textIn(risk: RegisterRisk, column: RegisterColumn): string {
  switch (column) {
    case 'likelihood':
    case 'impact':
      return figure(risk.inherent?.[column]);
    case 'residualLikelihood':
      return figure(risk.residual?.likelihood);
    case 'residualImpact':
      return figure(risk.residual?.impact);
    case 'owner':
      return risk.owner?.name ?? '';
    case 'ownerId':
      return risk.owner?.accountId ?? '';
    case 'asset':
      return risk.assets.join(', ');
    case 'enablersDone':
      return figure(risk.progress.done);
    case 'enablersInProgress':
      return figure(risk.progress.inProgress);
    case 'enablersToDo':
      return figure(risk.progress.toDo);
    case 'enablersDropped':
      return figure(risk.dropped);
    default:
      return risk[column] ?? '';
  }
}

function figure(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}
