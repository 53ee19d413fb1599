import { useState } from 'react';
import { PageHeader } from '../../frame/frame';
import { ModuleDialog } from '../../module/module-dialog';
import { projectStatuses, search, count } from '../../jira/calls';
import type { Issue } from '../../jira/shapes';
import { Avatar } from '../../parts/avatar';
import { Button } from '../../parts/button';
import { Icon } from '../../parts/icon';
import { Message, Waiting } from '../../parts/message';
import type { Board, ForgeModule, ProjectSummary } from '../../site/contract';
import { useCurrentProject } from '../../site/current-project';
import { useLoad, useTitle } from '../../site/load';
import { Link, useNavigation } from '../../site/navigation';
import { server } from '../../site/server';
import { useSession } from '../../site/session';
import { siteFields } from '../../site/site-fields';
import { MissingPage } from '../missing-page';
import { Card } from './card';
import { Tour } from './tour';
import styles from './board.module.css';

const CARDS_A_COLUMN = 50;

interface Column {
  readonly name: string;
  readonly issues: readonly Issue[];
  readonly total: number;
  readonly jql: string;
}

interface Loaded {
  readonly board: Board;
  readonly columns: readonly Column[];
  readonly relevance: string | undefined;
  readonly points: string | undefined;
}

export function BoardPage({ projectKey }: { projectKey: string }) {
  const project = useCurrentProject();
  return project?.key === projectKey ? <BoardOf project={project} /> : <MissingPage what={`Project ${projectKey}`} />;
}

function BoardOf({ project }: { project: ProjectSummary }) {
  const { modules, lab } = useSession();
  const { place } = useNavigation();
  const projectKey = project.key;
  const loaded = useLoad(`${projectKey} ${place.visit}`, () => loadBoard(projectKey));
  useTitle('Board');
  const sprint =
    loaded.state === 'ready' ? loaded.value.board.sprints.find(({ state }) => state === 'active') : undefined;
  return (
    <>
      <PageHeader
        above={project.name}
        title={loaded.state === 'ready' ? loaded.value.board.name : `${project.name} board`}
        beside={sprint === undefined ? undefined : `${sprint.name}${daysLeft(sprint.endDate, lab.now)}`}
      />
      <Tour />
      {loaded.state === 'loading' && <Waiting rows={10} label="Loading the board" />}
      {loaded.state === 'failed' && (
        <Message
          kind="danger"
          title="The board could not be read."
          actions={<Button onClick={loaded.again}>Try again</Button>}
        >
          {loaded.error.message}
        </Message>
      )}
      {loaded.state === 'ready' && (
        <Columns
          loaded={loaded.value}
          project={project}
          action={modules.find((module) => module.type === 'jira:boardAction')}
        />
      )}
    </>
  );
}

function Columns({
  loaded,
  project,
  action,
}: {
  loaded: Loaded;
  project: ProjectSummary;
  action: ForgeModule | undefined;
}) {
  const [words, setWords] = useState('');
  const [people, setPeople] = useState<ReadonlySet<string>>(new Set());
  const [acting, setActing] = useState(false);
  const assignees = new Map(
    loaded.columns.flatMap(({ issues }) =>
      issues.flatMap(({ fields: { assignee } }) =>
        assignee == null ? [] : [[assignee.accountId, assignee.displayName] as const],
      ),
    ),
  );
  const toggle = (accountId: string) => {
    const next = new Set(people);
    if (!next.delete(accountId)) next.add(accountId);
    setPeople(next);
  };
  const matches = ({ key, fields }: Issue) =>
    `${key} ${fields.summary}`.toLowerCase().includes(words.trim().toLowerCase()) &&
    (people.size === 0 || people.has(fields.assignee?.accountId ?? ''));
  return (
    <>
      <div className={styles.tools}>
        <label className={styles.search}>
          <Icon name="search" />
          <input
            aria-label="Search board"
            placeholder="Search board"
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </label>
        <div className={styles.people} role="group" aria-label="Only these people’s">
          {[...assignees].slice(0, 6).map(([accountId, name]) => (
            <button
              key={accountId}
              type="button"
              aria-pressed={people.has(accountId)}
              aria-label={name}
              title={name}
              onClick={() => toggle(accountId)}
            >
              <Avatar name={name} size={32} />
            </button>
          ))}
        </div>
        <span className={styles.grow} />
        {action !== undefined && (
          <Button icon="shield" aria-haspopup="dialog" onClick={() => setActing(true)} title={action.title}>
            Security
          </Button>
        )}
      </div>
      <div className={styles.columns} role="list" aria-label="Columns">
        {loaded.columns.map((column) => {
          const shown = column.issues.filter(matches);
          return (
            <section key={column.name} className={styles.column} role="listitem" aria-label={column.name}>
              <h2>
                {column.name}
                <span>{column.total}</span>
              </h2>
              <ul>
                {shown.map((issue) => (
                  <li key={issue.id}>
                    <Card issue={issue} relevance={loaded.relevance} points={loaded.points} />
                  </li>
                ))}
              </ul>
              {column.total > column.issues.length && (
                <Link to={`/issues/?jql=${encodeURIComponent(column.jql)}`} className={styles.more ?? ''}>
                  All {column.total}
                </Link>
              )}
            </section>
          );
        })}
      </div>
      {acting && action !== undefined && (
        <ModuleDialog
          module={action}
          extension={{
            type: 'jira:boardAction',
            board: { id: loaded.board.id, type: loaded.board.type },
            project: { id: project.id, key: project.key, type: project.type },
            location: window.location.href,
          }}
          onClose={() => setActing(false)}
        />
      )}
    </>
  );
}

async function loadBoard(projectKey: string): Promise<Loaded> {
  const [board, { relevance, points }] = await Promise.all([server.board(projectKey), siteFields()]);
  const layout = board.columns.length > 0 ? board.columns : await columnsOfWorkflow(projectKey);
  const sprint = board.sprints.find(({ state }) => state === 'active');
  const scope =
    sprint === undefined
      ? `project = "${projectKey}" AND issuetype in standardIssueTypes()`
      : `project = "${projectKey}" AND sprint = ${sprint.id} AND issuetype in standardIssueTypes()`;
  const wanted = ['summary', 'status', 'issuetype', 'assignee', relevance, points].filter(
    (field) => field !== undefined,
  );
  const columns = await Promise.all(
    layout.map(async ({ name, statusIds }): Promise<Column> => {
      const jql = `${scope} AND status in (${statusIds.join(', ')})`;
      if (statusIds.length === 0) return { name, issues: [], total: 0, jql };
      const page = await search(
        `${jql} ORDER BY ${sprint === undefined ? 'updated DESC' : 'Rank'}`,
        wanted,
        CARDS_A_COLUMN,
      );
      const total = page.next === undefined ? page.issues.length : await count(jql);
      return { name, issues: page.issues, total, jql };
    }),
  );
  return { board, columns, relevance, points };
}

/** One column a status of the story workflow; everything that is done shares the last. */
async function columnsOfWorkflow(projectKey: string): Promise<Board['columns']> {
  const types = await projectStatuses(projectKey);
  const statuses = (types.find(({ name }) => name === 'Story') ?? types[0])?.statuses ?? [];
  const open = statuses.filter(({ statusCategory }) => statusCategory.key !== 'done');
  const done = statuses.filter(({ statusCategory }) => statusCategory.key === 'done');
  return [
    ...open.map(({ id, name }) => ({ name, statusIds: [id] })),
    { name: 'Done', statusIds: done.map(({ id }) => id) },
  ];
}

function daysLeft(endDate: string | undefined, now: string): string {
  if (endDate === undefined) return '';
  const days = Math.round((Date.parse(endDate) - Date.parse(now)) / 86_400_000);
  if (days < 0) return ', over';
  return days === 1 ? ', 1 day left' : `, ${days} days left`;
}
