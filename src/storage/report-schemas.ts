/**
 * The shape of what is kept of a report, and of what may come in to be kept: the same, so that nothing is stored that
 * could not be read back.
 */
import * as v from 'valibot';
import { isIsoDay } from '../domain/day';
import { NUMERIC_ID } from '../domain/identifiers';
import { LEVELS } from '../domain/level';
import { LIGHT_STATES } from '../domain/light';
import {
  REPORT_BLOCKS,
  REPORT_LIMITS,
  TEAM_BLOCKS,
  type ReportNumbers,
  type ReportText,
  type TeamBlock,
} from '../domain/report';

const id = v.pipe(v.string(), v.regex(NUMERIC_ID));
export const isoDay = v.custom<string>(isIsoDay);
const whole = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(REPORT_LIMITS.number));
const light = v.picklist(LIGHT_STATES);

/** One line; control characters are refused, as Jira does. */
function line(longest: number) {
  return v.pipe(
    v.string(),
    v.trim(),
    v.maxLength(longest),
    // eslint-disable-next-line no-control-regex -- control characters are what is refused
    v.regex(/^[^\u0000-\u001f\u007f\u2028\u2029]*$/),
  );
}

function each<const K extends string, S extends v.GenericSchema>(names: readonly K[], schema: S) {
  return v.object(Object.fromEntries(names.map((name) => [name, schema])) as Record<K, S>);
}

const teamBlock = v.variant('kind', [
  v.object({
    kind: v.literal('typed'),
    light: v.picklist(['onTrack', 'watch', 'actNow']),
    number: v.exactOptional(whole),
    entries: v.pipe(
      v.array(
        v.object({
          day: isoDay,
          text: v.pipe(line(REPORT_LIMITS.text), v.minLength(1)),
          source: line(REPORT_LIMITS.source),
          closed: v.boolean(),
        }),
      ),
      v.maxLength(REPORT_LIMITS.entries),
    ),
  }),
  v.pipe(
    v.object({
      kind: v.literal('counted'),
      jql: v.pipe(line(REPORT_LIMITS.jql), v.minLength(1)),
      text: line(REPORT_LIMITS.text),
      watch: whole,
      act: whole,
    }),
    v.check(({ watch, act }) => watch >= 1 && watch < act),
  ),
]);

/** What the author types. */
export const reportText: v.GenericSchema<unknown, ReportText> = v.object({
  headline: line(REPORT_LIMITS.headline),
  blocks: each(TEAM_BLOCKS, teamBlock),
  decisions: v.pipe(
    v.array(
      v.object({
        text: v.pipe(line(REPORT_LIMITS.text), v.minLength(1)),
        who: line(REPORT_LIMITS.who),
        by: v.exactOptional(isoDay),
      }),
    ),
    v.maxLength(REPORT_LIMITS.decisions),
  ),
});

const decision = v.variant('kind', [
  v.object({ kind: v.literal('owner'), issueId: id }),
  v.object({ kind: v.literal('accept'), issueId: id }),
  v.object({ kind: v.literal('keepAccepting'), issueId: id, until: isoDay }),
  v.object({ kind: v.literal('ship'), versionId: id, unprotected: whole }),
]);

const listed = <S extends v.GenericSchema>(schema: S) => v.pipe(v.array(schema), v.maxLength(REPORT_LIMITS.listed));

const counted: v.GenericSchema<unknown, Readonly<Partial<Record<TeamBlock, number>>>> = v.object({
  events: v.exactOptional(whole),
  attempts: v.exactOptional(whole),
  vulnerabilities: v.exactOptional(whole),
});

export { counted as teamNumbers };

/** What the author's page counted. */
export const reportNumbers: v.GenericSchema<unknown, ReportNumbers> = v.object({
  day: isoDay,
  from: isoDay,
  open: each(LEVELS, whole),
  unscored: whole,
  overdueReview: whole,
  unowned: whole,
  withoutEnabler: whole,
  enablers: v.object({ done: whole, inProgress: whole, toDo: whole }),
  versions: v.pipe(
    v.array(v.object({ versionId: id, due: v.exactOptional(isoDay), relevant: whole, protected: whole })),
    v.maxLength(REPORT_LIMITS.versions),
  ),
  unplanned: whole,
  counted,
  lights: each(REPORT_BLOCKS, light),
  closed: listed(id),
  closedCount: whole,
  worse: listed(v.object({ issueId: id, level: v.picklist(LEVELS), before: v.exactOptional(v.picklist(LEVELS)) })),
  worseCount: whole,
  decisions: listed(decision),
  decisionCount: whole,
  history: v.pipe(v.array(v.object({ day: isoDay, open: whole })), v.maxLength(REPORT_LIMITS.history)),
});
