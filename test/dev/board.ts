import type { SiteState } from '../local-jira';
import type { Board, Sprint } from './shell/src/site/contract';

const NO_BOARD = { id: '0', type: 'kanban', columns: [], sprints: [] } as const;

/** The project's first board; without one, a plain board whose columns the page takes from the workflow. */
export function boardOf(state: SiteState, projectKey: string): Board {
  const project = state.projects.find(({ key }) => key === projectKey);
  const board = project === undefined ? undefined : state.boards.find(({ projectId }) => projectId === project.id);
  if (board === undefined) return { ...NO_BOARD, name: `${project?.name ?? projectKey} board` };
  const sprints = state.sprints
    .filter(({ boardId, state: phase }) => boardId === board.id && phase !== 'closed')
    .sort((a, b) => (a.state === b.state ? Number(a.id) - Number(b.id) : a.state === 'active' ? -1 : 1))
    .map((sprint): Sprint => ({
      id: sprint.id,
      name: sprint.name,
      state: sprint.state === 'active' ? 'active' : 'future',
      ...(sprint.endDate === undefined ? {} : { endDate: sprint.endDate }),
    }));
  return { id: board.id, name: board.name, type: board.type, columns: columnsOf(state, board), sprints };
}

/** Open statuses keep their own columns; what is done or dropped shares the last, as teams lay boards out. */
function columnsOf(state: SiteState, board: ReturnType<SiteState['boards']['all']>[number]): Board['columns'] {
  const isDone = (statusId: string) => state.statuses.get(statusId)?.category === 'DONE';
  const open = board.columns.filter(({ statusIds }) => !statusIds.some(isDone));
  const done = board.columns.filter(({ statusIds }) => statusIds.some(isDone));
  if (done.length <= 1) return board.columns;
  return [...open, { name: done[0]?.name ?? 'Done', statusIds: done.flatMap(({ statusIds }) => statusIds) }];
}
