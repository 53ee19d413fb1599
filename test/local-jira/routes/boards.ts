import { notFound } from '../http/problem';
import { page } from '../http/paging';
import { json, type RouteContext, type RouteRegistrar } from '../http/router';
import { RANK } from '../seed';
import type { Board } from '../state/people-entities';

const PATH = '/rest/agile/1.0/board';
/** Boards have granular scopes only. */
const READ = ['read:board-scope:jira-software', 'read:project:jira'];

export function register(router: RouteRegistrar): void {
  router.route({
    method: 'GET',
    path: PATH,
    scopes: READ,
    cost: 'read',
    handler: (context) => {
      const { query, state } = context;
      const project = query.get('projectKeyOrId');
      const type = query.get('type');
      const boards = state.boards.filter((board) => {
        const own = state.projects.require(board.projectId);
        return (
          visible(context, board) &&
          (project === null || own.key === project || own.id === project) &&
          (type === null || board.type === type)
        );
      });
      const answer = page(context, PATH, boards);
      return json({ ...answer, values: answer.values.map((board) => boardJson(context, board)) });
    },
  });
  router.route({
    method: 'GET',
    path: `${PATH}/{boardId}`,
    scopes: ['read:board-scope:jira-software', 'read:issue-details:jira'],
    cost: 'read',
    handler: (context) => json(boardJson(context, boardOfPath(context))),
  });
  router.route({
    method: 'GET',
    path: `${PATH}/{boardId}/configuration`,
    scopes: ['read:board-scope.admin:jira-software', 'read:project:jira'],
    cost: 'read',
    handler: (context) => json(configurationJson(context, boardOfPath(context))),
  });
}

function visible({ state, access }: RouteContext, board: Board): boolean {
  return access.mayBrowse(state.projects.require(board.projectId));
}

function boardOfPath(context: RouteContext): Board {
  const board = context.state.boards.get(context.params['boardId']!);
  if (board === undefined || !visible(context, board)) {
    throw notFound(
      `Requested board cannot be viewed because it either does not exist or you do not have permission to view it.`,
    );
  }
  return board;
}

function boardJson({ state, baseUrl }: RouteContext, board: Board): Record<string, unknown> {
  const project = state.projects.require(board.projectId);
  return {
    id: Number(board.id),
    self: `${baseUrl}${PATH}/${board.id}`,
    name: board.name,
    type: board.type,
    location: {
      projectId: Number(project.id),
      displayName: `${project.name} (${project.key})`,
      projectName: project.name,
      projectKey: project.key,
      projectTypeKey: project.projectTypeKey,
      name: `${project.name} (${project.key})`,
    },
    isPrivate: false,
  };
}

/** Kanban boards have no `estimation`; boards that count issues say `issueCount`. */
function configurationJson({ state, baseUrl }: RouteContext, board: Board): Record<string, unknown> {
  const project = state.projects.require(board.projectId);
  const { estimationFieldId } = board;
  const estimation =
    estimationFieldId === undefined
      ? { type: 'issueCount' }
      : {
          type: 'field',
          field: { fieldId: estimationFieldId, displayName: state.fields.require(estimationFieldId).name },
        };
  return {
    id: Number(board.id),
    name: board.name,
    type: board.type,
    self: `${baseUrl}${PATH}/${board.id}/configuration`,
    location: {
      type: 'project',
      key: project.key,
      id: project.id,
      self: `${baseUrl}/rest/api/2/project/${project.id}`,
      name: project.name,
    },
    filter: { id: board.id, self: `${baseUrl}/rest/api/2/filter/${board.id}` },
    columnConfig: {
      columns: board.columns.map(({ name, statusIds }) => ({
        name,
        statuses: statusIds.map((id) => ({ id, self: `${baseUrl}/rest/api/2/status/${id}` })),
      })),
      constraintType: 'issueCount',
    },
    ...(board.type === 'scrum' ? { estimation } : {}),
    ranking: { rankCustomFieldId: Number(RANK.replace('customfield_', '')) },
  };
}
