/**
 * After a reinstallation the records are gone and the copies are still there: their descriptions say what they stand in
 * place of, so that undo can give it back. What was put into shared objects is not known any more.
 */
import { JiraError } from '../../jira/errors';
import { ASSIGNED_KINDS, COPY_KINDS, type CopyKind, type CopyRecord } from '../../storage/project-record';
import { isCopyName, sourceInMark } from './copies';
import { COPY_CALLS, currentOf } from './copy-calls';
import type { ProjectContext } from './project-context';

/** Only where nothing is recorded yet. One request for every hundred objects of each kind. */
export async function rememberCopies(context: ProjectContext): Promise<void> {
  const { jira, project, record, save } = context;
  if (record().copies.length > 0 || record().additions.length > 0) return;
  const copies = (await Promise.all(COPY_KINDS.map((kind) => copiesThere(context, kind)))).flat();
  if (copies.length === 0) return;
  const previous = await Promise.all(
    ASSIGNED_KINDS.filter((kind) => copies.some((copy) => copy.kind === kind)).map(async (kind) => {
      const current = await currentOf(jira, kind, project.id);
      const copy = copies.find(({ kind: other, id }) => other === kind && id === current);
      return copy === undefined ? [] : [[kind, copy.sourceId] as const];
    }),
  );
  await save((before) => ({ ...before, copies, previous: Object.fromEntries(previous.flat()) }));
}

async function copiesThere({ jira, project }: ProjectContext, kind: CopyKind): Promise<readonly CopyRecord[]> {
  try {
    const there = await COPY_CALLS[kind].list(jira);
    return there.flatMap(({ id, name, description }) => {
      // Whoever copies a copy by hand copies its description too, but not its name.
      const sourceId = isCopyName(project.key, name) ? sourceInMark(project.id, description) : undefined;
      return sourceId === undefined ? [] : [{ kind, sourceId, name, id }];
    });
  } catch (error) {
    // A site has one of the two field models; the calls of the other are not there.
    if (error instanceof JiraError && error.kind === 'notFound') return [];
    throw error;
  }
}
