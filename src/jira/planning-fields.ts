/**
 * The fields of Jira Software that planning goes by: rank, sprint and story points. Their ids differ from site to site, and a
 * site without Jira Software has none.
 */
import * as v from 'valibot';
import { CUSTOM_FIELD_ID } from '../domain/identifiers';
import { path, type JiraRequest } from './request';
import { send } from './send';

export interface PlanningFields {
  /** Orders boards and backlogs. */
  readonly rank: string | undefined;
  readonly sprint: string | undefined;
  /** Story points: the field of company-managed projects, then that of team-managed ones; an issue has at most one. */
  readonly points: readonly string[];
}

const RANK_TYPE = 'com.pyxis.greenhopper.jira:gh-lexo-rank';
const SPRINT_TYPE = 'com.pyxis.greenhopper.jira:gh-sprint';
const TEAM_POINTS_TYPE = 'com.pyxis.greenhopper.jira:jsw-story-points';
/** Company-managed points are a plain number field that only its name tells from others; sites may rename it. */
const POINTS_NAMES: ReadonlySet<string> = new Set(['story points', 'story point estimate']);

const fieldsSchema = v.array(
  v.object({
    id: v.string(),
    name: v.optional(v.string(), ''),
    schema: v.optional(v.object({ custom: v.optional(v.string()) })),
  }),
);

/**
 * One request, and one point.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-fields/#api-rest-api-3-field-get
 */
export async function readPlanningFields(jira: JiraRequest): Promise<PlanningFields> {
  const call = { operation: 'field.planning', method: 'GET', path: path`/rest/api/3/field` } as const;
  const fields = (await send(jira, call, fieldsSchema)).filter(({ id }) => CUSTOM_FIELD_ID.test(id));
  const ofTeams = fields.filter(({ schema }) => schema?.custom === TEAM_POINTS_TYPE);
  const named = fields.filter(({ name, schema }) => {
    return schema?.custom?.endsWith(':float') === true && POINTS_NAMES.has(name.trim().toLowerCase());
  });
  return {
    rank: fields.find(({ schema }) => schema?.custom === RANK_TYPE)?.id,
    sprint: fields.find(({ schema }) => schema?.custom === SPRINT_TYPE)?.id,
    points: [...named, ...ofTeams].map(({ id }) => id),
  };
}
