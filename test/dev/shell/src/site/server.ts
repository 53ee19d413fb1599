import type {
  Badge,
  Board,
  Dashboard,
  Gadget,
  ImportReport,
  LabState,
  NewProject,
  PageCost,
  Session,
} from './contract';

/** Something the shell's own server refused, in a sentence for the page. */
export class ServerProblem extends Error {}

async function call<T>(path: string, init?: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(`/__shell/api${path}`, init);
  } catch {
    throw new ServerProblem('Local Jira does not answer. Is npm start still running?');
  }
  const text = await response.text();
  if (!response.ok) throw new ServerProblem(text === '' ? `Local Jira answered ${response.status}.` : text);
  // The other end is this project's own server, compiled against the same types.
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

function send<T>(path: string, body: unknown, method = 'POST'): Promise<T> {
  return call<T>(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
}

export const server = {
  session: () => call<Session>('/session'),
  switchUser: (accountId: string) => send<undefined>('/user', { accountId }),
  badge: (moduleKey: string, extension: unknown) => send<Badge | null>('/badge', { moduleKey, extension }),
  board: (projectKey: string) => call<Board>(`/board/${encodeURIComponent(projectKey)}`),
  gadgets: () => call<Dashboard>('/dashboard'),
  configureGadget: (id: string, configuration: unknown) => send<Gadget>(`/gadgets/${id}`, { configuration }, 'PUT'),
  lab: () => call<LabState>('/lab'),
  setClock: (change: { advanceHours?: number; to?: 'start' | 'real' }) => send<LabState>('/lab/clock', change),
  setFault: (kind: string, on: boolean) => send<LabState>('/lab/faults', { kind, on }),
  runNow: (kind: 'consumer' | 'schedule' | 'events', key = '') => send<LabState>('/lab/run', { kind, key }),
  deliverTwice: (on: boolean) => send<LabState>('/lab/twice', { on }),
  setInstalled: (installed: boolean) => send<LabState>('/lab/app', { installed }),
  newProject: (project: NewProject) => send<{ readonly key: string }>('/projects', project),
  clearFaults: () => call<LabState>('/lab/faults', { method: 'DELETE' }),
  pageCost: () => call<PageCost>('/cost'),
  startOver: () => send<undefined>('/start-over', {}),
  importCsv: (csv: string) =>
    call<ImportReport>('/import', { method: 'POST', headers: { 'content-type': 'text/csv' }, body: csv }),
};
