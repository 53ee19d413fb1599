import fc from 'fast-check';
import type { RunStep, SetupRun } from '../../src/contract/set-up';
import { doneOf, linesOf, progressWords } from '../../static/app/src/shared/set-up/run-lines';
import { logOf, logText } from '../../static/app/src/shared/set-up/run-log';
import { pauseBeforeNext } from '../../static/app/src/shared/set-up/run-pace';
import { clockSeconds, durationWords, stepSeconds } from '../../static/app/src/shared/set-up/run-times';
import { undoReason, undoResult } from '../../static/app/src/shared/set-up/undo-words';
import { runOf, runStep } from './set-up-items';

const field = (name: string, more: Partial<RunStep> = {}) =>
  runStep(`field:${name}`, 'riskField', 'done', { name, result: 'created', milliseconds: 400, ...more });
const part = (projectId: string, name: string, more: Partial<RunStep> = {}) =>
  runStep(`project:${projectId}:${name}`, 'project', 'waits', { name: `Shop ${projectId}`, projectId, ...more });

describe('lines', () => {
  test('finished groups say what became of them, with the time of all their steps', () => {
    const [line] = linesOf(runOf([field('a'), field('b'), field('c', { result: 'adopted' })]));
    expect(line).toEqual({
      id: 'riskField',
      text: 'Fields on risks: 2 made, 1 adopted',
      state: 'done',
      milliseconds: 1200,
    });
  });

  test('a group with one step is that step', () => {
    const [line] = linesOf(runOf([runStep('issueType:x', 'issueType', 'waits', { name: 'Security Risk' })]));
    expect(line).toMatchObject({ text: 'Issue type “Security Risk”', state: 'waits' });
  });

  test('a running group says how far it is and what is being made', () => {
    const [line] = linesOf(runOf([field('a'), field('Impact', { state: 'running' }), field('c', { state: 'waits' })]));
    expect(line).toMatchObject({ text: 'Fields on risks', detail: '1 of 3, now “Impact”', state: 'running' });
  });

  test('a group with a failed step names it', () => {
    const failed = field('Impact', { state: 'failed', error: { code: 'conflict' } });
    const [line] = linesOf(runOf([field('a'), failed, field('c', { state: 'waits' })], { state: 'failed' }));
    expect(line).toMatchObject({ text: 'Fields on risks “Impact”', state: 'failed', failed });
  });

  test('two projects are spelled out, more are a line each', () => {
    const two = ['10000', '10001'].flatMap((id) => [part(id, 'issueType'), part(id, 'screens')]);
    expect(linesOf(runOf([field('a'), ...two])).map(({ text }) => text)).toEqual([
      'Fields on risks “a”',
      'Issue type scheme of Shop 10000',
      'Screens of Shop 10000',
      'Issue type scheme of Shop 10001',
      'Screens of Shop 10001',
    ]);
    const three = [...two, part('10002', 'issueType'), part('10002', 'screens')];
    expect(linesOf(runOf([field('a'), ...three])).map(({ text }) => text)).toEqual([
      'Fields on risks “a”',
      'Project Shop 10000: 2 to make',
      'Project Shop 10001: 2 to make',
      'Project Shop 10002: 2 to make',
    ]);
  });

  test('a run of projects alone, without the site, counts its projects the same way', () => {
    const of = (...ids: string[]) => runOf(ids.flatMap((id) => [part(id, 'issueType'), part(id, 'screens')]));
    expect(linesOf(of('10000', '10001'))).toHaveLength(4);
    expect(linesOf(of('10000', '10001', '10002'))).toHaveLength(3);
  });

  test('no step is lost or counted twice', () => {
    const anyStep = fc.record({
      state: fc.constantFrom('waits', 'running', 'done', 'failed'),
      project: fc.option(fc.constantFrom('10000', '10001', '10002', '10003'), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 40 }), (drawn) => {
        const steps = drawn.map(({ state, project }, index) =>
          project === undefined
            ? field(`f${index}`, { state })
            : part(project, 'screens', { state, step: `project:${project}:screens${index}`, milliseconds: 400 }),
        );
        const run = runOf(steps);
        const finished = steps.filter(({ state }) => state === 'done').length;
        expect(doneOf(run)).toEqual({ done: finished, count: steps.length });
        const milliseconds = linesOf(run).reduce((sum, line) => sum + (line.milliseconds ?? 0), 0);
        expect(milliseconds).toBe(finished * 400);
        expect(linesOf(run).every(({ state, failed }) => (state === 'failed') === (failed !== undefined))).toBe(true);
      }),
    );
  });

  test('progress in words', () => {
    expect(progressWords(runOf([field('a'), field('b', { state: 'waits' })]))).toBe('1 of 2 changes made');
    expect(progressWords(runOf([field('a')], { kind: 'undo' }))).toBe('1 of 1 object looked at');
  });
});

describe('the log', () => {
  const run = runOf([
    field('Late', { endedAt: '2026-11-20T13:02:05.000Z' }),
    field('Early', { endedAt: '2026-11-20T13:02:04.000Z', result: 'adopted' }),
    part('10000', 'workflow', {
      state: 'failed',
      endedAt: '2026-11-20T13:02:11.000Z',
      error: { code: 'conflict', message: 'Somebody’s words' },
    }),
    field('Waiting', { state: 'waits' }),
  ]);

  test('is in the order of time and leaves out what has not ended', () => {
    expect(logOf(run).map(({ what, code, failed }) => [what, code, failed])).toEqual([
      ['field Early', 'adopted', false],
      ['field Late', 'created', false],
      ['project 10000 workflow', 'conflict', true],
    ]);
  });

  test('copied, it holds neither Jira’s message nor the name of a project', () => {
    const text = logText(run);
    expect(text).toContain('2026-11-20T13:02:11.000Z project:10000:workflow conflict');
    expect(text).not.toMatch(/Somebody|Shop 10000/);
  });
});

describe('how often a page asks', () => {
  const run = (state: SetupRun['state']) => runOf([], { state });

  test.each(['running', 'waiting'] as const)('every second while the run is %s, slower in the background', (state) => {
    expect(pauseBeforeNext({ run: run(state), hidden: false, failures: 0 })).toBe(1000);
    expect(pauseBeforeNext({ run: run(state), hidden: true, failures: 0 })).toBeGreaterThan(5000);
  });

  test.each(['failed', 'stopped', 'done'] as const)('now and then when it is %s, because others may go on', (state) => {
    expect(pauseBeforeNext({ run: run(state), hidden: false, failures: 0 })).toBeGreaterThan(5000);
    expect(pauseBeforeNext({ run: run(state), hidden: true, failures: 0 })).toBeUndefined();
  });

  test('never sooner than Jira asked for, and never further apart than half a minute otherwise', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.option(fc.integer({ min: 0, max: 600 })), (failures, seconds) => {
        const error = { code: 'rate-limited' as const, ...(seconds === null ? {} : { retryAfterSeconds: seconds }) };
        const pause = pauseBeforeNext({ run: run('running'), hidden: false, failures, error }) ?? 0;
        expect(pause).toBeGreaterThanOrEqual((seconds ?? 0) * 1000);
        expect(pause).toBeLessThanOrEqual(Math.max(30_000, (seconds ?? 0) * 1000));
      }),
    );
  });
});

test('times', () => {
  expect(stepSeconds(400)).toBe('0.4 s');
  expect(durationWords(8_900)).toBe('8 s');
  expect(durationWords(125_000)).toBe('2 min 5 s');
  expect(durationWords(-5_000)).toBe('0 s');
  expect(clockSeconds('2026-11-20T13:02:03.000Z', 'Europe/Berlin')).toBe('14:02:03');
  expect(clockSeconds('no time', 'Europe/Berlin')).toBe('');
});

describe('what an undo came to', () => {
  const removed = (name: string) => field(name, { result: 'removed' });
  const kept = (name: string, because: RunStep['kept'], issues?: number) =>
    field(name, {
      result: 'kept',
      ...(because === undefined ? {} : { kept: because }),
      ...(issues === undefined ? {} : { issues }),
    });

  test('partly possible: how much is gone, what was left and why', () => {
    const steps = [
      ...Array.from({ length: 17 }, (_, index) => removed(`f${index}`)),
      kept('Treatment', 'usedByIssues', 3),
      kept('Asset', 'changedByOthers'),
    ];
    expect(undoResult(runOf(steps, { kind: 'undo', state: 'done' }))).toEqual({
      look: 'part',
      removed: '17 of 19 removed.',
      kept: [
        'Kept, because issues use them: field “Treatment” (3 issues). Delete or move those issues first, then undo again.',
        'Kept, because somebody changed them since: field “Asset”.',
      ],
    });
  });

  test('what was never ours does not make it partial', () => {
    expect(undoResult(runOf([removed('a'), kept('b', 'notMadeByUs')], { kind: 'undo' }))).toMatchObject({
      look: 'all',
      removed: '1 of 1 removed.',
    });
  });

  test('nothing removed is not called a success', () => {
    expect(undoResult(runOf([kept('a', 'usedByIssues', 1)], { kind: 'undo' })).look).toBe('none');
  });

  test('reasons in the list of what undo would do', () => {
    const planned = { step: 'field:a', kind: 'riskField' as const, name: 'a' };
    expect(undoReason({ ...planned, action: 'keep', kept: 'usedByIssues', issues: 3 })).toBe('3 issues use it');
    expect(undoReason({ ...planned, action: 'keep', kept: 'usedByIssues' })).toBe('Issues use it');
    expect(undoReason({ ...planned, action: 'remove' })).toBe('Made by Shift-Up, used by no issue');
  });
});
