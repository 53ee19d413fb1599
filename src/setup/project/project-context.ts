/**
 * What a step of one project works with.
 */
import type { JiraProject } from '../../jira/project';
import type { JiraRequest } from '../../jira/request';
import {
  readProjectRecord,
  sameAddition,
  writeProjectRecord,
  type Addition,
  type ProjectRecord,
} from '../../storage/project-record';
import type { SiteIds } from './site-ids';

/** The step has begun and goes on in a later job: Jira is still at it, or much is left to do. Nothing is lost. */
export class NotYet extends Error {
  constructor() {
    super('goes on later');
    this.name = 'NotYet';
  }
}

export interface ProjectContext {
  /** As the app. */
  readonly jira: JiraRequest;
  /** The key is for the names of copies. */
  readonly project: Pick<JiraProject, 'id' | 'key'>;
  readonly site: SiteIds;
  readonly record: () => ProjectRecord;
  /** Changes the record and stores it before going on. */
  readonly save: (change: (record: ProjectRecord) => ProjectRecord) => Promise<void>;
  /** Call before each of many writes. @throws NotYet when the time of this job is used up. */
  readonly checkTime: () => void;
}

/** Work of one job: well below the 25 s of a function, with room for a last slow answer and a task. */
const WORK_MILLISECONDS = 12_000;

export async function projectContext(
  jira: JiraRequest,
  project: ProjectContext['project'],
  site: SiteIds,
): Promise<ProjectContext> {
  let current = await readProjectRecord(project.id);
  const until = Date.now() + WORK_MILLISECONDS;
  return {
    jira,
    project,
    site,
    record: () => current,
    save: async (change) => {
      current = change(current);
      await writeProjectRecord(current);
    },
    checkTime: () => {
      if (Date.now() > until) throw new NotYet();
    },
  };
}

/** Stores that these are about to be put into what was there before, having seen that they are not. */
export async function recordAdditions(context: ProjectContext, additions: readonly Addition[]): Promise<void> {
  const isNew = (addition: Addition) => !context.record().additions.some((known) => sameAddition(known, addition));
  const added = additions.filter(isNew);
  if (added.length === 0) return;
  await context.save((record) => ({ ...record, additions: [...record.additions, ...added] }));
}
