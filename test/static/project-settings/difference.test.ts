import fc from 'fast-check';
import { differences } from '../../../static/app/src/modules/project-settings/difference';
import { startOf } from '../../../static/app/src/modules/project-settings/form-state';
import { choicesOf } from '../../../static/app/src/modules/project-settings/names';
import { changedSections } from '../../../static/app/src/modules/project-settings/sections';
import { draft, viewOf } from './form-fixtures';

const choices = choicesOf(viewOf(), [{ id: 'g', name: 'security-approvers' }]);
const start = startOf(viewOf()).base;

test('each thing that differs is said once, by its names', () => {
  const theirs = {
    ...start,
    readyStatusIds: ['3', '9'],
    gate: 'block',
    upTo: { ...start.upTo, Low: '5' },
    lights: { ...start.lights, reviews: { watch: '2', act: '5' }, enablers: { watch: '60', act: '25' } },
    approvers: { kind: 'group', groupId: 'g' },
  } as const;
  expect(differences(start, theirs, choices)).toEqual([
    {
      section: 'ready',
      lines: [
        {
          what: 'Readiness statuses',
          mine: 'Ready, In Progress, Done',
          theirs: 'In Progress, Status 9, no longer there',
        },
      ],
    },
    { section: 'gate', lines: [{ what: 'Gate', mine: 'Flag', theirs: 'Block' }] },
    {
      section: 'levels',
      lines: [
        {
          what: 'Low',
          mine: '1 to 4, review every 180 days, close within 180 days',
          theirs: '1 to 5, review every 180 days, close within 180 days',
        },
        {
          what: 'Medium',
          mine: '5 to 9, review every 90 days, close within 90 days',
          theirs: '6 to 9, review every 90 days, close within 90 days',
        },
      ],
    },
    {
      section: 'lights',
      lines: [
        { what: 'Reviews', mine: 'Watch from 1, Act now from 5', theirs: 'Watch from 2, Act now from 5' },
        { what: 'Enablers', mine: 'Watch below 50%, Act now below 25%', theirs: 'Watch below 60%, Act now below 25%' },
      ],
    },
    {
      section: 'approvers',
      lines: [{ what: 'Who may approve acceptances', mine: 'Nobody', theirs: 'Group “security-approvers”' }],
    },
  ]);
});

test('reasons are compared in their order', () => {
  const [line] = differences(start, { ...start, reasons: [...start.reasons].slice(0, 2).reverse() }, choices)[0]!.lines;
  expect(line?.theirs).toBe('No data, login or interface touched, Wording or layout only, Other');
});

test('every section that differs is named and has a line; no line says the same twice', () => {
  fc.assert(
    fc.property(draft, draft, (mine, theirs) => {
      const found = differences(mine, theirs, choices);
      expect(found.map(({ section }) => section)).toEqual(changedSections(mine, theirs));
      for (const { lines } of found) {
        expect(lines.length).toBeGreaterThan(0);
        for (const line of lines) expect(line.mine).not.toBe(line.theirs);
      }
    }),
  );
});
