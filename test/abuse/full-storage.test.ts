/** Values that grow, and keys that are made of ids. Row 44. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { emptyTally } from '../../src/domain/rebuilt-trend';
import { REPORT_LIMITS, type ReportNumbers, type ReportText } from '../../src/domain/report';
import { SETTINGS_LIMITS } from '../../src/domain/project-settings';
import { TREND_DAYS_MOST, type DayCounts } from '../../src/domain/trend';
import { daysAfter } from '../../src/domain/day';
import { LEVELS } from '../../src/domain/level';
import { keyOfAction, keyOfId } from '../../src/storage/kvs';
import { LISTED_MOST, readLevelsList, writeLevelsList, writeLevelsRun } from '../../src/storage/recalculation';
import { readRebuildRun, writeRebuildRun } from '../../src/storage/rebuild-run';
import { LISTED_MOST as REPORTS_MOST } from '../../src/storage/report';
import { readKeptTrend, writeCounted } from '../../src/storage/trend';
import { capturedLog } from '../fixtures/captured-log';
import { reportNumbers } from '../fixtures/report';
import { valueOf } from '../fixtures/site';
import { save, settingsSite, type SettingsSite } from '../settings/settings-site';
import { functionOn } from '../fixtures/in-function';

capturedLog();
const VALUE_BYTES = 240 * 1024;
/** The longest ids there are, and a letter that takes the most bytes. */
const ID = (place: number) => String(9_000_000_000_000_000_000n + BigInt(place));
const WIDE = '😀';
/** JavaScript counts such a letter twice. */
const wide = (characters: number) => WIDE.repeat(Math.floor(characters / 2));

const sizesOf = (values: Readonly<Record<string, unknown>>) =>
  Object.entries(values).map(([key, value]) => [key, Buffer.byteLength(JSON.stringify(value))] as const);

describe('the largest that is taken fits', () => {
  let site: SettingsSite;
  beforeAll(async () => {
    site = await settingsSite();
  });
  afterAll(() => site.close());
  const projectId = () => site.project.id;
  const largest = () => Math.max(...sizesOf(site.forge.kvs(site.site).values()).map(([, size]) => size));

  test('settings with everything filled in', async () => {
    const own = Array.from({ length: SETTINGS_LIMITS.reasons.most - 1 }, (_, place) => ({
      kind: 'own' as const,
      optionId: '',
      text: `${wide(SETTINGS_LIMITS.reasonText - 4)}${place}`,
    }));
    const words = Array.from(
      { length: SETTINGS_LIMITS.hintWords },
      (_, place) => `漢${'字'.repeat(SETTINGS_LIMITS.hintWord.most - 4)}${place}`,
    );
    await save(site, site.pia, { reasons: [{ kind: 'standard', reason: 'wording' }, ...own], hintWords: words });
    expect(largest()).toBeLessThan(VALUE_BYTES / 4);
    const more = Array.from({ length: 200 }, () => wide(1000));
    const { saved } = valueOf(await site.invoke(site.pia, 'readProjectSettings', { projectId: projectId() }));
    const { revision, settings, storyTypeIds } = saved!;
    const tooMuch = { ...settings, hintWords: more };
    // Taken as a payload, so that each mistake can be named; never stored.
    expect(
      await site.invoke(site.pia, 'saveProjectSettings', {
        projectId: projectId(),
        revision,
        settings: tooMuch,
        storyTypeIds,
      }),
    ).toMatchObject({ ok: true, value: { saved: false } });
    expect(largest()).toBeLessThan(VALUE_BYTES / 4);
  });

  test('a report with everything filled in, and more of them than the list keeps', async () => {
    const entry = {
      day: '2026-11-16',
      text: wide(REPORT_LIMITS.text),
      source: wide(REPORT_LIMITS.source),
      closed: true,
    };
    const typed = {
      kind: 'typed',
      light: 'watch',
      number: REPORT_LIMITS.number,
      entries: Array.from({ length: REPORT_LIMITS.entries }, () => entry),
    } as const;
    const text: ReportText = {
      headline: wide(REPORT_LIMITS.headline),
      blocks: {
        events: typed,
        attempts: typed,
        vulnerabilities: {
          kind: 'counted',
          jql: wide(REPORT_LIMITS.jql),
          text: wide(REPORT_LIMITS.text),
          watch: 1,
          act: 2,
        },
      },
      decisions: Array.from({ length: REPORT_LIMITS.decisions }, () => ({
        text: wide(REPORT_LIMITS.text),
        who: wide(REPORT_LIMITS.who),
        by: '2026-12-01',
      })),
    };
    const ids = Array.from({ length: REPORT_LIMITS.listed }, (_, place) => ID(place));
    const numbers: ReportNumbers = {
      ...reportNumbers(),
      versions: Array.from({ length: REPORT_LIMITS.versions }, (_, place) => ({
        versionId: ID(place),
        due: '2026-12-02',
        relevant: 1,
        protected: 1,
      })),
      closed: ids,
      worse: ids.map((issueId) => ({ issueId, level: 'Critical', before: 'Low' })),
      decisions: ids.map((issueId) => ({ kind: 'keepAccepting', issueId, until: '2026-11-26' })),
      history: Array.from({ length: REPORT_LIMITS.history }, (_, place) => ({
        day: daysAfter('2026-08-01', place),
        open: REPORT_LIMITS.number,
      })),
    };
    const { mara } = site.people;
    const draft = valueOf(
      await site.invoke(mara, 'saveReportDraft', { projectId: projectId(), revision: 0, draft: text }),
    );
    valueOf(
      await site.invoke(mara, 'freezeReport', {
        projectId: projectId(),
        revision: draft.revision,
        numbers,
        idempotencyKey: randomUUID(),
      }),
    );
    expect(largest()).toBeLessThan(VALUE_BYTES / 4);

    for (let number = 2; number <= 12; number += 1) {
      const { revision } = valueOf(await site.invoke(mara, 'readReports', { projectId: projectId() })).draft;
      valueOf(
        await site.invoke(mara, 'freezeReport', {
          projectId: projectId(),
          revision,
          numbers,
          idempotencyKey: randomUUID(),
        }),
      );
    }
    const listed = sizesOf(site.forge.kvs(site.site).values()).find(([key]) => key.startsWith('report-list:'))![1];
    expect((listed / 12) * REPORTS_MOST).toBeLessThan(VALUE_BYTES);
  });
});

describe('what jobs keep fits', () => {
  const { inFunction, stored, close } = functionOn();
  afterAll(close);
  const fits = () => {
    for (const [key, size] of sizesOf(stored())) expect([key, size < VALUE_BYTES]).toEqual([key, true]);
  };
  const project = ID(1);
  const uuid = '00000000-0000-4000-8000-000000000000';

  test('the list of as many risks as are looked at, with the longest ids', async () => {
    const ids = Array.from({ length: LISTED_MOST }, (_, place) => ID(place));
    await inFunction(() => writeLevelsList(project, { runId: uuid, ids }));
    fits();
    expect(await inFunction(() => readLevelsList(project, uuid))).toHaveLength(LISTED_MOST);
    const bands = { Medium: 5, High: 10, Critical: 17 };
    const recalculation = {
      state: 'failed',
      from: bands,
      to: bands,
      startedAt: '2026-11-20T13:30:00.000Z',
      endedAt: '2026-11-20T13:30:00.000Z',
      total: 10_000,
      looked: 10_000,
      changed: 10_000,
      failed: 10_000,
    } as const;
    const log = Array.from({ length: 500 }, () => recalculation);
    await inFunction(() =>
      writeLevelsRun(project, {
        version: 1,
        id: uuid,
        turn: 1,
        movedAt: 1,
        pauses: 0,
        lists: 2,
        pending: ids.slice(0, 50),
        recalculation,
        log,
      }),
    );
    fits();
  });

  test('the history of a year of every day, and what is reconstructed of the days before', async () => {
    const [most, DAYS] = [1_000_000, 61];
    const counts: DayCounts = {
      open: Object.fromEntries(LEVELS.map((level) => [level, most])) as DayCounts['open'],
      unscored: most,
      overdueReview: most,
      unowned: most,
      withoutEnabler: most,
      enablers: { done: most, inProgress: most, toDo: most },
      stories: { all: most, assessed: most },
      bypasses: most,
    };
    await inFunction(async () => {
      for (let day = 0; day < DAYS; day += 1) await writeCounted(project, daysAfter('2028-01-01', day), counts);
    });
    const tally = {
      ...emptyTally('2026-01-01', TREND_DAYS_MOST),
      before: most,
      created: Array.from({ length: TREND_DAYS_MOST }, () => most),
      closed: Array.from({ length: TREND_DAYS_MOST }, () => most),
    };
    await inFunction(() =>
      writeRebuildRun(project, {
        version: 1,
        id: uuid,
        turn: 1,
        movedAt: 1,
        pauses: 0,
        tally,
        token: 'x'.repeat(20_000),
        after: most,
        rebuild: { state: 'running', startedAt: '2026-11-20T13:30:00.000Z', looked: most, days: most },
      }),
    );
    fits();
    const kept = await inFunction(() => readKeptTrend(project, { from: '2028-01-01', today: '2028-12-31' }));
    expect(kept.counted).toHaveLength(DAYS);
    // Every day takes as much: a whole year of them.
    const year = sizesOf(stored()).find(([key]) => key === `trend:${project}:2028`)![1];
    expect((year / DAYS) * 366).toBeLessThan(VALUE_BYTES);
    expect((await inFunction(() => readRebuildRun(project)))?.after).toBe(most);
  });
});

describe('keys', () => {
  const prefix = fc.constantFrom(
    'project-setup',
    'project-setup-after',
    'trend',
    'trend-before',
    'decision',
    'report',
    'report-draft',
    'report-draft-after',
    'once',
    'import',
    'levels-list',
  );
  const id = fc.bigInt({ min: 1n, max: 9_999_999_999_999_999_999n }).map(String);
  const action = fc.stringMatching(/^[A-Za-z0-9-]{16,64}$/);

  test('two different things never share one', () => {
    const key = fc.oneof(
      fc.tuple(prefix, id).map(([name, of]) => [JSON.stringify([name, of]), keyOfId(name, of)] as const),
      fc
        .tuple(prefix, id, fc.nat(9_999))
        .map(([name, of, number]) => [JSON.stringify([name, of, number]), `${keyOfId(name, of)}:${number}`] as const),
      fc.tuple(prefix, action).map(([name, of]) => [JSON.stringify([name, of]), keyOfAction(name, of)] as const),
    );
    fc.assert(
      fc.property(fc.array(key, { maxLength: 60 }), (keys) => {
        expect(new Set(keys.map(([, text]) => text)).size).toBe(new Set(keys.map(([what]) => what)).size);
        for (const [, text] of keys) expect(text).toMatch(/^[a-z-]+:[A-Za-z0-9-]{1,64}(:\d+)?$/);
      }),
      { numRuns: 300 },
    );
  });

  test('nothing that somebody typed becomes a part of one', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({ unit: 'binary' }),
          fc.constantFrom('1#admin', '10000:1', '10000 ', '１２', '1e3', '0', '-1'),
        ),
        (text) => {
          if (!/^[A-Za-z0-9-]{16,64}$/.test(text)) expect(() => keyOfAction('once', text)).toThrow(RangeError);
        },
      ),
      { numRuns: 500 },
    );
  });
});
