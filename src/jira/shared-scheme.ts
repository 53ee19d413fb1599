/**
 * Schemes that several projects may share, asked for by their projects or by their ids. Jira answers alike for each kind.
 */
import * as v from 'valibot';
import { numericId } from './ids';
import { PAGE_SIZE, readAllPages } from './page';
import { portions, repeated } from './repeated';
import type { JiraRequest } from './request';
import { send } from './send';

/** A kind of scheme. */
export interface SchemeKind {
  /** For errors and logs. */
  readonly operation: string;
  /** Under this Jira serves it. */
  readonly path: '/rest/api/3/issuetypescheme' | '/rest/api/3/issuetypescreenscheme';
  /** Under this a row of its projects names it. */
  readonly property: 'issueTypeScheme' | 'issueTypeScreenScheme';
}

/** Project id → id of its scheme; team-managed projects are not in it. */
export async function schemesOfProjects(
  jira: JiraRequest,
  { operation, path, property }: SchemeKind,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const asked = `${operation}.ofProjects`;
  const ids = projectIds.map((id) => numericId(id, asked));
  const row = v.pipe(
    v.looseObject({ projectIds: v.array(v.string()) }),
    v.transform((answer) => ({ projectIds: answer.projectIds, scheme: answer[property] })),
    v.object({ projectIds: v.array(v.string()), scheme: v.object({ id: v.string() }) }),
  );
  const found = new Map<string, string>();
  for (const some of portions(ids)) {
    const rows = await readAllPages(
      jira,
      asked,
      (startAt) =>
        repeated(`${path}/project?startAt=${String(startAt)}&maxResults=${String(PAGE_SIZE)}&`, 'projectId', some),
      row,
    );
    for (const { projectIds: users, scheme } of rows) for (const id of users) found.set(id, scheme.id);
  }
  return found;
}

/** These schemes, with the projects that use them. */
export async function schemesWithUsers<Scheme>(
  jira: JiraRequest,
  { operation, path }: SchemeKind,
  schemeIds: readonly string[],
  scheme: v.GenericSchema<unknown, Scheme>,
): Promise<readonly Scheme[]> {
  const asked = `${operation}.read`;
  const ids = schemeIds.map((id) => numericId(id, asked));
  const found: Scheme[] = [];
  for (const some of portions(ids)) {
    const where = repeated(`${path}?expand=projects&maxResults=${String(PAGE_SIZE)}&`, 'id', some);
    const { values } = await send(
      jira,
      { operation: asked, method: 'GET', path: where },
      v.object({ values: v.array(scheme) }),
    );
    found.push(...values);
  }
  return found;
}
