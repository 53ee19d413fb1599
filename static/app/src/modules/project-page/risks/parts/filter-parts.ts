/**
 * What narrows the list, in words. Pure.
 */
import type { LevelBands } from '../../../../../../../src/domain/level';
import { cellName } from '../../../../shared/risk-matrix/scores';
import { common } from '../../../../shared/strings/en-common';
import { panel } from '../../../../shared/strings/en-panel';
import { risks } from '../../../../shared/strings/en-risks';
import { fill } from '../../../../shared/strings/fill';
import type { BoardFilter, Spot } from '../filter';

const words = risks.filter;

export interface FilterPart {
  readonly name: string;
  /** What takes this part away. */
  readonly without: Partial<BoardFilter>;
}

export function filterParts(
  { chip, words: typed, owner, treatment, spot }: BoardFilter,
  ownerName: string | undefined,
  bands: LevelBands,
): readonly FilterPart[] {
  const parts: FilterPart[] = [];
  if (chip !== undefined) parts.push({ name: risks.chips[chip], without: { chip: undefined } });
  if (typed.trim() !== '') {
    parts.push({ name: fill(words.words, { words: typed.trim() }), without: { words: '' } });
  }
  if (owner !== undefined) {
    const name = owner === 'none' ? risks.tools.nobody : fill(words.owner, { name: ownerName ?? '' });
    parts.push({ name, without: { owner: undefined } });
  }
  if (treatment !== undefined) {
    const name =
      treatment === 'none'
        ? risks.tools.treatmentNone
        : fill(words.treatment, { name: panel.risk.treatments[treatment] });
    parts.push({ name, without: { treatment: undefined } });
  }
  if (spot !== undefined) parts.push({ name: spotName(spot, bands), without: { spot: undefined } });
  return parts;
}

function spotName(spot: Spot, bands: LevelBands): string {
  if ('cell' in spot) return fill(words.cell[spot.kind], { cell: cellName(spot.cell, bands) });
  const level = spot.level === 'none' ? common.level.none : common.level[spot.level];
  return fill(words.level[spot.kind], { level });
}
