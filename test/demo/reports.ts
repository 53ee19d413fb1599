/**
 * The reports of Web Shop: those that were frozen every two weeks, and the one that is being written. Pure data.
 */
import type { ReportText, TypedBlock } from '../../src/domain/report';

export interface ReportData {
  /** ISO day on which it was frozen. */
  readonly on: string;
  /** As the firewall and the scanner counted. */
  readonly attempts: number;
  readonly vulnerabilities: number;
  readonly headline: string;
}

export const FROZEN_REPORTS: readonly ReportData[] = [
  { on: '2026-09-11', attempts: 980, vulnerabilities: 14, headline: '' },
  { on: '2026-09-25', attempts: 1020, vulnerabilities: 13, headline: '' },
  { on: '2026-10-09', attempts: 910, vulnerabilities: 13, headline: '' },
  {
    on: '2026-10-23',
    attempts: 1060,
    vulnerabilities: 12,
    headline: 'Seven risks closed; the refund limit is in place.',
  },
  { on: '2026-11-06', attempts: 1110, vulnerabilities: 12, headline: '' },
];

export function frozenText({ on, attempts, vulnerabilities, headline }: ReportData): ReportText {
  return {
    headline,
    blocks: {
      events: { kind: 'typed', light: 'onTrack', entries: [entry(on, 'None known.', 'Support')] },
      attempts: typed('onTrack', attempts, on, 'Sign-in attacks blocked. None got through.', 'Firewall report'),
      vulnerabilities: typed('watch', vulnerabilities, on, 'Known weak spots in our software.', 'Dependency scanner'),
    },
    decisions: [],
  };
}

/** What is typed into the draft by the demo's Now. */
export const DRAFT_REPORT: ReportText = {
  headline: 'Four risks closed. One new critical risk must be fixed by 9 December.',
  blocks: {
    events: {
      kind: 'typed',
      light: 'watch',
      entries: [entry('2026-11-16', 'One: an order export went to the wrong partner. Closed the same day.', 'Support')],
    },
    attempts: typed(
      'onTrack',
      1240,
      '2026-11-19',
      '1,240 sign-in attacks blocked, 12% more than before. None got through.',
      'Firewall report',
    ),
    vulnerabilities: typed(
      'watch',
      9,
      '2026-11-19',
      'Nine known weak spots in our software, one of them past its deadline.',
      'Dependency scanner',
    ),
  },
  decisions: [],
};

function typed(light: TypedBlock['light'], number: number, day: string, text: string, source: string): TypedBlock {
  return { kind: 'typed', light, number, entries: [entry(day, text, source)] };
}

function entry(day: string, text: string, source: string): TypedBlock['entries'][number] {
  return { day, text, source, closed: true };
}
