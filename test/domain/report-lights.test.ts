import fc from 'fast-check';
import { emptyText, textAfter, type TeamBlockContent, type VersionNumbers } from '../../src/domain/report';
import { goLiveLight, reportLights, teamLight } from '../../src/domain/report-lights';
import { DEFAULT_LIGHTS } from '../../src/domain/project-settings';

const DAY = '2026-11-20';
const counted = (watch: number, act: number): TeamBlockContent => ({
  kind: 'counted',
  jql: 'a = 1',
  text: '',
  watch,
  act,
});

describe('a block of the team', () => {
  test.each<[string, TeamBlockContent, number | undefined, string]>([
    ['nothing typed, whatever was judged', { kind: 'typed', light: 'onTrack', entries: [] }, undefined, 'noData'],
    ['a number alone', { kind: 'typed', light: 'onTrack', number: 0, entries: [] }, undefined, 'onTrack'],
    ['not counted', counted(1, 5), undefined, 'noData'],
    ['below watch', counted(2, 5), 1, 'onTrack'],
    ['at watch', counted(2, 5), 2, 'watch'],
    ['at act', counted(2, 5), 5, 'actNow'],
  ])('%s', (_what, content, count, light) => {
    expect(teamLight(content, count)).toBe(light);
  });
});

describe('going live', () => {
  const version = (due: string | undefined, relevant: number, done: number): VersionNumbers => ({
    versionId: '1',
    ...(due === undefined ? {} : { due }),
    relevant,
    protected: done,
  });
  test.each<[string, readonly VersionNumbers[], string]>([
    ['no version', [], 'noData'],
    ['versions without a relevant story', [version('2026-11-21', 0, 0)], 'noData'],
    ['late', [version('2026-10-01', 2, 1)], 'actNow'],
    ['on the fourteenth day', [version('2026-12-04', 2, 1)], 'actNow'],
    ['on the fifteenth', [version('2026-12-05', 2, 1)], 'watch'],
    ['on the sixtieth', [version('2027-01-19', 2, 1)], 'watch'],
    ['later', [version('2027-01-20', 2, 1)], 'onTrack'],
    ['nobody knows when', [version(undefined, 2, 0)], 'onTrack'],
    ['all protected', [version('2026-11-21', 2, 2)], 'onTrack'],
    ['the worst counts', [version('2026-11-21', 2, 2), version('2026-11-22', 1, 0)], 'actNow'],
  ])('%s', (_what, versions, light) => {
    expect(goLiveLight(versions, DAY)).toBe(light);
  });
});

test('where nothing was recorded at all, no light is green', () => {
  const facts = {
    recordedRisks: 0,
    openCritical: 0,
    enablers: { done: 0, inProgress: 0, toDo: 0 },
    versions: [],
    blocks: emptyText().blocks,
    counted: {},
    day: DAY,
  };
  expect(new Set(Object.values(reportLights(facts, DEFAULT_LIGHTS)))).toEqual(new Set(['noData']));
});

test('the next draft keeps the team’s queries and no word', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 3 }), fc.string({ minLength: 3 }), (headline, word) => {
      const entry = { day: DAY, text: `word ${word}`, source: '', closed: false };
      const next = textAfter({
        headline: `head ${headline}`,
        blocks: {
          events: { kind: 'typed', light: 'actNow', number: 3, entries: [entry] },
          attempts: counted(1, 2),
          vulnerabilities: emptyText().blocks.vulnerabilities,
        },
        decisions: [{ text: `word ${word}`, who: '' }],
      });
      expect(next).toEqual({ ...emptyText(), blocks: { ...emptyText().blocks, attempts: counted(1, 2) } });
    }),
  );
});
