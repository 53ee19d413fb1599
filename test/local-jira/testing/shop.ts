import { createLocalJira, fixedClock, type LocalJira, type LocalJiraOptions } from '../index';
import { addProject, addUser, ADMIN_ACCOUNT_ID, ADMIN_GROUP, grant, USERS_GROUP } from '../seed';
import type { Project } from '../state/config-entities';
import type { User } from '../state/people-entities';

/** What tests read of answers; each answer has its own part of it, an empty one nothing. */
export interface AnswerBody {
  readonly id: string;
  readonly key: string;
  readonly accountId: string;
  readonly fields: Readonly<Record<string, unknown>> & { readonly issuelinks: readonly { readonly id: string }[] };
  readonly issues: readonly { readonly id: string; readonly key: string; readonly fields: unknown }[];
  readonly values: readonly Readonly<Record<string, unknown>>[];
  readonly errorMessages: readonly string[];
  readonly errors: Readonly<Record<string, string>>;
  readonly nextPageToken: string | undefined;
  readonly isLast: boolean;
  readonly count: number;
  readonly matches: readonly { readonly matchedIssues: readonly number[] }[];
  readonly properties: unknown;
  readonly transitions: unknown;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: AnswerBody;
}

/** One person's calls. */
export interface Caller {
  get(path: string): Promise<Answer>;
  post(path: string, body?: unknown): Promise<Answer>;
  put(path: string, body?: unknown): Promise<Answer>;
  delete(path: string, body?: unknown): Promise<Answer>;
}

export interface Shop {
  readonly jira: LocalJira;
  readonly project: Project;
  /** Works in SHOP. */
  readonly mara: User;
  /** Reads SHOP. */
  readonly priya: User;
  /** May not see SHOP. */
  readonly guest: User;
  readonly as: (who: Pick<User, 'id'> | 'app' | 'admin', scopes?: readonly string[] | 'all') => Caller;
  /** Makes an issue as Mara and returns its id and key. */
  create(fields: Readonly<Record<string, unknown>>): Promise<{ readonly id: string; readonly key: string }>;
  /** Keys that a search as this person finds, in order. */
  keys(jql: string, who?: Pick<User, 'id'>): Promise<string[]>;
}

export const START = '2026-11-20T14:30:00.000Z';

/** A small site for tests: project SHOP and three people, the clock standing. */
export function shop(options: LocalJiraOptions = {}): Shop {
  const jira = createLocalJira({ clock: fixedClock(START), ...options });
  const { state } = jira;
  const mara = addUser(state, { displayName: 'Mara Lindqvist' });
  const priya = addUser(state, { displayName: 'Priya Nair' });
  const guest = addUser(state, { displayName: 'Guest' });
  const project = addProject(state, { key: 'SHOP', name: 'Web shop', leadAccountId: mara.id });
  grant(state, project, mara.id, 'member');
  grant(state, project, priya.id, 'viewer');

  const as: Shop['as'] = (who, scopes = 'all') => {
    const accountId = who === 'admin' ? ADMIN_ACCOUNT_ID : who === 'app' ? undefined : who.id;
    const token = jira.issueToken(accountId === undefined ? { type: 'app' } : { type: 'user', accountId }, scopes);
    return callerOf(jira, { authorization: `Bearer ${token}` });
  };
  return {
    jira,
    project,
    mara,
    priya,
    guest,
    as,
    create: async (fields) => {
      const answer = await as(mara).post('/rest/api/3/issue', {
        fields: { project: { key: 'SHOP' }, issuetype: { name: 'Story' }, ...fields },
      });
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
      return answer.body;
    },
    keys: async (jql, who = mara) => {
      const answer = await as(who).post('/rest/api/3/search/jql', { jql, fields: ['summary'], maxResults: 100 });
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
      return answer.body.issues.map((issue) => issue.key);
    },
  };
}

function parsed(text: string): AnswerBody {
  return (text === '' ? undefined : JSON.parse(text)) as AnswerBody;
}

/** Calls with these headers. */
export function callerOf(jira: Pick<LocalJira, 'fetch'>, headers: Readonly<Record<string, string>>): Caller {
  const call = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const response = await jira.fetch(
      new Request(`http://local-jira${path}`, {
        method,
        headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: parsed(text) };
  };
  return {
    get: (path) => call('GET', path),
    post: (path, body) => call('POST', path, body),
    put: (path, body) => call('PUT', path, body),
    delete: (path, body) => call('DELETE', path, body),
  };
}

/** Makes a person a Jira admin as well. */
export function makeAdmin(jira: LocalJira, user: User): User {
  return jira.state.users.put({ ...user, groups: [ADMIN_GROUP, USERS_GROUP] });
}

/** An Atlassian document of one paragraph. */
export function paragraph(text: string) {
  return { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
}
