import { createLocalJira, fixedClock, type LocalJira, type LocalJiraOptions } from '../index';
import { ADMIN_ACCOUNT_ID, addProject, addUser, grant } from '../seed';
import type { Project } from '../state/config-entities';

export interface Answer {
  readonly status: number;
  /** Parsed JSON; `undefined` for an empty body. */
  readonly body: unknown;
  readonly headers: Headers;
}

/** Sends a request; `by` is the admin unless said otherwise. */
export type Call = (
  method: string,
  path: string,
  body?: unknown,
  by?: 'admin' | 'member' | 'nobody',
) => Promise<Answer>;

export interface TestSite {
  readonly jira: LocalJira;
  readonly project: Project;
  readonly call: Call;
}

/** A site with the project SHOP, its admin, a member who works in it, and somebody without any right. */
export function testSite(options: LocalJiraOptions = {}): TestSite {
  const jira = createLocalJira({ clock: fixedClock('2026-11-20T14:30:00Z'), ...options });
  const member = addUser(jira.state, { displayName: 'Jonas Weber' });
  const nobody = addUser(jira.state, { displayName: 'Somebody Else' });
  const created = addProject(jira.state, { key: 'SHOP', name: 'Shop', leadAccountId: ADMIN_ACCOUNT_ID });
  const project = grant(jira.state, created, member.id, 'member');
  const accounts = { admin: ADMIN_ACCOUNT_ID, member: member.id, nobody: nobody.id };
  const call: Call = async (method, path, body, by = 'admin') => {
    const token = jira.issueToken({ type: 'user', accountId: accounts[by] }, 'all');
    const answer = await jira.fetch(
      new Request(`http://jira/rest/api/3${path}`, {
        method,
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    const text = await answer.text();
    return {
      status: answer.status,
      headers: answer.headers,
      body: text === '' ? undefined : (JSON.parse(text) as unknown),
    };
  };
  return { jira, project, call };
}

/** A property of an answer's body, for tests that go on with an id they were given. */
export function valueAt(answer: Answer, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined),
    answer.body,
  );
}

/** The first error message of an answer, or the errors by field. */
export function messageOf(answer: Answer): string {
  const first = valueAt(answer, 'errorMessages', 0);
  return typeof first === 'string' ? first : JSON.stringify(valueAt(answer, 'errors'));
}

/** Adds issues without going through REST, for calls that look at existing issues. */
export function addIssues(
  { jira, project }: TestSite,
  ...issues: readonly { typeId: string; statusId?: string; custom?: Record<string, string> }[]
): void {
  jira.bulkLoad(issues.map((issue, index) => ({ projectId: project.id, summary: `Issue ${index + 1}`, ...issue })));
}
