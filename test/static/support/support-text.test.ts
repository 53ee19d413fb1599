/** The text that is handed on: everything the page shows, without a name, the same for everybody. */
import { ERROR_CODES } from '../../../src/contract/result';
import type { SupportView } from '../../../src/contract/support';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { joined } from '../../../static/app/src/modules/set-up/support/joined';
import { supportText } from '../../../static/app/src/modules/set-up/support/support-text';
import {
  agoWords,
  codeMeaning,
  endState,
  errorGroups,
  timingState,
  tookWords,
} from '../../../static/app/src/modules/set-up/support/support-words';

const AT = '2026-11-20T13:30:00.000Z';
const VIEW: SupportView = {
  at: AT,
  app: {
    version: '2.5.0',
    environment: 'PRODUCTION',
    environmentId: 'e-1',
    appId: 'a-1',
    installationId: 'i-1',
    cloudId: '',
    licence: 'none',
  },
  isSetUp: true,
  setupRun: {
    kind: 'apply',
    state: 'failed',
    startedAt: '2026-11-20T12:00:00.000Z',
    endedAt: '2026-11-20T12:00:08.000Z',
    steps: 14,
    done: 3,
    failed: { step: 'project:10000:workflow', code: 'conflict' },
  },
  schedules: [
    {
      schedule: 'reconcile',
      timing: 'late',
      last: {
        state: 'stopped',
        startedAt: '2026-11-20T10:00:00.000Z',
        endedAt: '2026-11-20T10:05:00.000Z',
        code: 'rate-limited',
      },
    },
    { schedule: 'digest', timing: 'never' },
    { schedule: 'snapshot', timing: 'onTime', last: { state: 'done', endedAt: '2026-11-20T10:05:00.000Z', left: 2 } },
  ],
  queues: [
    { queue: 'levels', projectId: '10000', state: 'stuck', since: '2026-11-20T11:00:00.000Z', movedAt: AT },
    { queue: 'reconcile', state: 'running', since: AT, movedAt: AT },
  ],
  errors: [
    { operation: 'digest', code: 'rate-limited', today: 1, week: 4, lastAt: '2026-11-20T13:00:00.000Z' },
    { operation: 'scoreRisk', code: 'internal', today: 0, week: 1, lastAt: '2026-11-18T13:00:00.000Z' },
    { operation: 'reconcile', code: 'rate-limited', today: 2, week: 5, lastAt: '2026-11-20T12:00:00.000Z' },
  ],
  projects: [
    { projectId: '10000', teamManaged: false, gate: 'block', lookedAt: AT, levels: 'running' },
    { projectId: '10001', teamManaged: true, gate: 'off', history: 'done' },
  ],
  unreadable: ['set-up-record'],
};

test('everything that the page shows, line by line', () => {
  expect(supportText(VIEW).split('\n')).toEqual([
    'Shift-Up for support, read 2026-11-20T13:30:00.000Z',
    'Version 2.5.0, environment PRODUCTION, licence none',
    'App a-1',
    'Environment e-1',
    'Installation i-1',
    'Site not known',
    'Site set up: yes',
    'Last run of set-up: apply failed, 3 of 14 steps, begun 2026-11-20T12:00:00.000Z, ended 2026-11-20T12:00:08.000Z',
    'Failed step: project:10000:workflow, conflict',
    'Cannot be read: set-up-record',
    '',
    'Schedules',
    '- reconcile: late, stopped, begun 2026-11-20T10:00:00.000Z, ended 2026-11-20T10:05:00.000Z, error rate-limited',
    '- digest: never',
    '- snapshot: on time, done, begun not known, ended 2026-11-20T10:05:00.000Z, 2 projects left',
    '',
    'Waiting or running',
    '- levels of project 10000: stuck, since 2026-11-20T11:00:00.000Z, last heard of 2026-11-20T13:30:00.000Z',
    '- reconcile: running, since 2026-11-20T13:30:00.000Z, last heard of 2026-11-20T13:30:00.000Z',
    '',
    'Errors (minutes in which it happened: today, 7 days)',
    '- rate-limited in digest: 1, 4, last 2026-11-20T13:00:00.000Z',
    '- internal in scoreRisk: 0, 1, last 2026-11-18T13:00:00.000Z',
    '- rate-limited in reconcile: 2, 5, last 2026-11-20T12:00:00.000Z',
    '',
    'Projects',
    '- 10000: company-managed, gate block, reconciled 2026-11-20T13:30:00.000Z, levels running, history none',
    '- 10001: team-managed, gate off, reconciled none, levels none, history done',
  ]);
});

test('where nothing is, it says none', () => {
  const { setupRun: _none, ...rest } = VIEW;
  const text = supportText({ ...rest, isSetUp: false, queues: [], errors: [], projects: [], unreadable: [] });
  expect(text).toContain('Site set up: no\nLast run of set-up: none\n');
  expect(text.match(/^- none$/gm)).toHaveLength(3);
  expect(text).not.toMatch(/undefined|\{|\}/);
});

test('it says that there are projects that were not read', () => {
  expect(
    supportText({ ...VIEW, next: '10001' })
      .split('\n')
      .at(-1),
  ).toBe('- more projects were not read');
});

test('two portions of projects are one; the site is told once', () => {
  const [, second] = VIEW.projects;
  const then: SupportView = {
    ...VIEW,
    projects: second === undefined ? [] : [{ ...second, projectId: '10002' }],
    queues: [
      ...VIEW.queues.slice(1),
      { queue: 'levels', projectId: '10002', state: 'waiting', since: AT, movedAt: AT },
    ],
    unreadable: ['set-up-record', 'project-setup:10003'],
  };
  const whole = joined({ ...VIEW, next: '10001' }, then);
  expect(whole.projects.map(({ projectId }) => projectId)).toEqual(['10000', '10001', '10002']);
  expect(whole.queues.map(({ queue, projectId }) => `${queue} ${projectId ?? ''}`)).toEqual([
    'levels 10000',
    'reconcile ',
    'levels 10002',
  ]);
  expect(whole.unreadable).toEqual(['set-up-record', 'project-setup:10003']);
  expect(whole).not.toHaveProperty('next');
});

test('errors are gathered by code, the newest first', () => {
  expect(errorGroups(VIEW.errors)).toEqual([
    {
      code: 'rate-limited',
      operations: [
        { operation: 'reconcile', week: 5 },
        { operation: 'digest', week: 4 },
      ],
      today: 3,
      week: 9,
      lastAt: '2026-11-20T13:00:00.000Z',
    },
    {
      code: 'internal',
      operations: [{ operation: 'scoreRisk', week: 1 }],
      today: 0,
      week: 1,
      lastAt: '2026-11-18T13:00:00.000Z',
    },
  ]);
});

test.each([
  ['2026-11-20T13:29:30.000Z', 'just now'],
  ['2026-11-20T13:31:00.000Z', 'just now'],
  ['2026-11-20T13:18:00.000Z', '12 min ago'],
  ['2026-11-20T10:29:00.000Z', '3 h ago'],
  ['2026-11-18T13:30:00.000Z', '2 days ago'],
])('%s is %s', (instant, words) => {
  expect(agoWords(instant, AT)).toBe(words);
});

test('how long it took', () => {
  expect(tookWords(AT, '2026-11-20T13:30:00.400Z')).toBe('less than 1 s');
  expect(tookWords(AT, '2026-11-20T13:32:05.000Z')).toBe('2 min 5 s');
  expect([tookWords(undefined, AT), tookWords(AT, undefined)]).toEqual([undefined, undefined]);
});

test('late and never are said in words, and what ended badly says why', () => {
  const [reconcile, digest, snapshot] = VIEW.schedules;
  if (reconcile === undefined || digest === undefined || snapshot === undefined) throw new Error('three schedules');
  expect([reconcile, digest, snapshot].map((one) => timingState(one).word)).toEqual([
    'Late: more than 2 hours ago',
    'Never',
    'On time',
  ]);
  expect(timingState({ ...snapshot, timing: 'late' }).word).toBe('Late: more than 26 hours ago');
  expect(endState(reconcile)).toMatchObject({
    word: 'Stopped',
    more: ['Jira asked to wait for too long. The next one goes on.', 'Jira is busy (rate-limited)'],
  });
  expect(endState(digest)).toBeUndefined();
  expect(endState(snapshot)).toMatchObject({
    word: 'Done, with errors',
    more: ['2 projects are still to be counted today'],
  });
});

const table = readFileSync(path.resolve(__dirname, '../../../docs/errors.md'), 'utf8').replace(/ +/g, ' ');

test.each(ERROR_CODES)('what %s means is what the documentation says', (code) => {
  const [when, body] = codeMeaning(code);
  expect(table).toContain(`| \`${code}\` | ${when ?? ''} |`);
  expect(table).toContain(body);
});

test('a code of another version of the app has no meaning here, and breaks nothing', () => {
  const [first] = VIEW.errors;
  if (first === undefined) throw new Error('an error');
  const other = 'of-the-future' as (typeof first)['code'];
  expect(codeMeaning(other)).toEqual([]);
  expect(supportText({ ...VIEW, errors: [{ ...first, code: other }] })).toContain('of-the-future in digest');
});
