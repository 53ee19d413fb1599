import { report } from '../../../../shared/strings/en-report';
import { fill, formatCount } from '../../../../shared/strings/fill';

/** “(+1)”, “(−1)”, “(±0)”. Pure. */
export function changeWords(by: number): string {
  if (by === 0) return report.change.same;
  return fill(by > 0 ? report.change.up : report.change.down, { count: formatCount(Math.abs(by)) });
}
