import Papa from 'papaparse';
import type { Decision, RiskState } from '../../../src/domain/acceptance';
import { cellText } from '../../../src/domain/csv/formula';
import {
  DECISION_HEADERS,
  decisionRows,
  decisionsText,
} from '../../../static/app/src/modules/issue-panel/risk/acceptance/decision-rows';
import { csvText } from '../../../static/app/src/shared/csv/write-csv';

const state: RiskState = {
  inherent: { likelihood: 2, impact: 4 },
  residual: undefined,
  level: 'Medium',
  residualLevel: undefined,
  enablers: { done: 1, total: 3 },
  owned: true,
};
const entry = { version: 1, at: '2026-08-28T09:00:00.000Z', state } as const;
const DECISIONS: readonly Decision[] = [
  { ...entry, number: 1, kind: 'asked', until: '2026-11-26', commentId: '11' },
  { ...entry, number: 2, kind: 'accepted', request: 1, until: '2026-11-26', commentId: '12' },
  { ...entry, number: 3, kind: 'asked', until: '2027-02-18', commentId: '13' },
  { ...entry, number: 4, kind: 'withdrawn', request: 3 },
  { ...entry, number: 5, kind: 'expired', accepted: 2, state: { ...state, owned: false } },
];
const ATTACK = '=HYPERLINK("https://evil.example","x"),\n@SUM(1)\t"quoted"';
const told = new Map([
  ['11', { name: 'Mara Lindqvist', why: ATTACK }],
  ['12', { name: '+Priya', why: 'Gone in February.' }],
]);

function column(name: string): readonly (string | undefined)[] {
  const at = DECISION_HEADERS.indexOf(name);
  expect(at).not.toBe(-1);
  return decisionRows(DECISIONS, told).map((row) => row[at]);
}

test('every decision has who, when, what, until, why and the state of then', () => {
  expect(column('No.')).toEqual(['1', '2', '3', '4', '5']);
  expect(column('Decision')).toEqual(['Asked', 'Accepted', 'Asked to extend', 'Request taken back or void', 'Expired']);
  expect(column('Who')).toEqual(['Mara Lindqvist', '+Priya', '(comment gone or hidden from you)', '', '']);
  expect(column('Until')).toEqual(['2026-11-26', '2026-11-26', '2027-02-18', '', '']);
  expect(column('Justification')[1]).toBe('Gone in February.');
  expect(column('Follows no.')).toEqual(['', '1', '', '3', '2']);
  expect(column('Inherent impact')[0]).toBe('4');
  expect(column('Residual level')[0]).toBe('');
  expect(column('Enablers done')[0]).toBe('1');
  expect(column('Owned')).toEqual(['yes', 'yes', 'yes', 'yes', 'no']);
});

test('as a file no cell runs as a formula, and every text comes back as it was written', () => {
  const rows = decisionRows(DECISIONS, told);
  const file = csvText(DECISION_HEADERS, rows);
  const cells = Papa.parse<string[]>(file.slice(1), { skipEmptyLines: true }).data;
  expect(cells.flat().filter((cell) => /^\s*[=+\-@\t\r]/.test(cell))).toEqual([]);
  expect(cells.map((row) => row.map(cellText))).toEqual([DECISION_HEADERS, ...rows]);
});

test('as text, what people wrote is quoted line by line, so that no line of it passes for one of ours', () => {
  const text = decisionsText({ key: 'SHOP-331', summary: 'Old encryption' }, DECISIONS, told);
  const lines = text.split('\n');
  expect(lines[0]).toBe('Decisions on SHOP-331 Old encryption');
  expect(lines).toContain('2 Accepted · 2026-08-28T09:00:00.000Z · +Priya · until 2026-11-26');
  expect(lines).toContain('> @SUM(1)\t"quoted"');
  expect(lines.filter((line) => /^[=+\-@\t]/.test(line))).toEqual([]);
  expect(lines.filter((line) => line.startsWith('State then: '))).toHaveLength(DECISIONS.length);
});
