/**
 * The support page as plain text, to be handed on: ids, codes, instants (ISO, UTC) and counts. Pure.
 */
import type { ScheduleView, SupportProject, SupportView } from '../../../../../../src/contract/support';
import { support } from '../../../shared/strings/en-support';
import { fill } from '../../../shared/strings/fill';

const words = support.text;

export function supportText(view: SupportView): string {
  const { app, setupRun, unreadable } = view;
  const run =
    setupRun === undefined
      ? [words.noRun]
      : [
          fill(words.run, { ...setupRun, endedAt: setupRun.endedAt ?? words.unknown }),
          ...(setupRun.failed === undefined ? [] : [fill(words.runFailed, setupRun.failed)]),
        ];
  return [
    fill(words.title, { at: view.at }),
    fill(words.app, {
      version: known(app.version),
      environment: known(app.environment),
      licence: app.licence,
    }),
    fill(words.appId, { id: known(app.appId) }),
    fill(words.environmentId, { id: known(app.environmentId) }),
    fill(words.installationId, { id: known(app.installationId) }),
    fill(words.cloudId, { id: known(app.cloudId) }),
    fill(words.setUp, { answer: view.isSetUp ? words.yes : words.no }),
    ...run,
    ...(unreadable.length === 0 ? [] : [fill(words.unreadable, { keys: unreadable.join(', ') })]),
    ...part(words.schedules, view.schedules.map(scheduleLine)),
    ...part(
      words.queues,
      view.queues.map(({ queue, projectId, ...item }) =>
        fill(words.queue, {
          ...item,
          queue: projectId === undefined ? queue : fill(words.ofProject, { queue, id: projectId }),
        }),
      ),
    ),
    ...part(
      words.errors,
      view.errors.map((error) => fill(words.error, { ...error })),
    ),
    ...part(words.projects, [
      ...view.projects.map(projectLine),
      ...(view.next === undefined ? [] : [words.moreProjects]),
    ]),
  ].join('\n');
}

function part(heading: string, lines: readonly string[]): readonly string[] {
  return ['', heading, ...(lines.length === 0 ? [`- ${words.none}`] : lines.map((line) => `- ${line}`))];
}

function known(value: string): string {
  return value === '' ? words.unknown : value;
}

function scheduleLine({ schedule, timing, last }: ScheduleView): string {
  if (last === undefined) return fill(words.schedule, { schedule, timing: words.timing[timing] });
  const { state, startedAt = words.unknown, endedAt = words.unknown, code, left } = last;
  return [
    fill(words.scheduleRun, { schedule, timing: words.timing[timing], state, startedAt, endedAt }),
    ...(code === undefined ? [] : [fill(words.code, { code })]),
    ...(left === undefined ? [] : [fill(words.left, { count: left })]),
  ].join(', ');
}

function projectLine({ projectId, teamManaged, gate, lookedAt, levels, history }: SupportProject): string {
  return fill(words.project, {
    id: projectId,
    kind: teamManaged ? words.teamManaged : words.companyManaged,
    gate,
    lookedAt: lookedAt ?? words.none,
    levels: levels ?? words.none,
    history: history ?? words.none,
  });
}
