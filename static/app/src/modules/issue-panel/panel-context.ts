/**
 * On which issue the page stands. `unknown` until parsed. Pure.
 */
import * as v from 'valibot';
import { ISSUE_KEY, NUMERIC_ID, PROJECT_KEY } from '../../../../../src/domain/identifiers';

const numericId = v.pipe(v.string(), v.regex(NUMERIC_ID));
const issueKey = v.pipe(v.string(), v.regex(ISSUE_KEY));
const projectKey = v.pipe(v.string(), v.regex(PROJECT_KEY));

const issueSchema = v.object({
  issue: v.object({ id: numericId, key: issueKey, typeId: numericId }),
  project: v.object({ id: numericId, key: projectKey }),
});

export interface PagePlace {
  readonly issueId: string;
  readonly issueKey: string;
  readonly typeId: string;
  readonly projectId: string;
  readonly projectKey: string;
}

/** @throws v.ValiError when the host says something else than Forge documents. */
export function parsePlace(extension: unknown): PagePlace {
  const { issue, project } = v.parse(issueSchema, extension);
  return {
    issueId: issue.id,
    issueKey: issue.key,
    typeId: issue.typeId,
    projectId: project.id,
    projectKey: project.key,
  };
}
