import type { Clock } from '../clock';
import type { Avatar } from './avatar-entities';
import type {
  Field,
  FieldConfiguration,
  FieldConfigurationScheme,
  FieldContext,
  FieldOption,
  FieldScheme,
  IssueSecurityScheme,
  IssueType,
  IssueTypeScheme,
  IssueTypeScreenScheme,
  LinkType,
  PermissionScheme,
  Priority,
  Project,
  Resolution,
  Role,
  Screen,
  ScreenScheme,
  Status,
  Task,
  Version,
  Workflow,
  WorkflowScheme,
} from './config-entities';
import type { ChangeGroup, Comment, Issue, IssueLink, IssueView, RemoteLink, SentMail } from './issue-entities';
import { InstalledApps } from './installed-apps';
import { IssueStore } from './issue-store';
import type { Board, Dashboard, Filter, Group, Sprint, User } from './people-entities';
import { SearchIndex } from './search-index';
import { Table } from './table';

/** Facts about the whole site. */
export interface SiteFacts {
  readonly cloudId: string;
  /** https://shop.atlassian.net */
  readonly baseUrl: string;
  readonly timeZone: string;
  /** True: the newer field scheme model decides which fields a project has. */
  readonly fieldSchemesEnabled: boolean;
  /** Account that `asApp` acts as. */
  readonly appAccountId: string;
  /** Group names by global permission. */
  readonly globalPermissions: Readonly<Record<string, readonly string[]>>;
}

interface Row {
  readonly id: string;
}

/** Everything one Jira site holds. Plain rows in tables; nothing here knows HTTP. */
export class SiteState {
  site: SiteFacts;
  readonly issueTypes = new Table<IssueType>();
  /** Uploaded ones only. */
  readonly avatars = new Table<Avatar>();
  readonly issueTypeSchemes = new Table<IssueTypeScheme>();
  readonly fields = new Table<Field>();
  readonly fieldContexts = new Table<FieldContext>();
  readonly fieldOptions = new Table<FieldOption>();
  readonly screens = new Table<Screen>();
  readonly screenSchemes = new Table<ScreenScheme>();
  readonly issueTypeScreenSchemes = new Table<IssueTypeScreenScheme>();
  readonly fieldConfigurations = new Table<FieldConfiguration>();
  readonly fieldConfigurationSchemes = new Table<FieldConfigurationScheme>();
  readonly fieldSchemes = new Table<FieldScheme>();
  readonly statuses = new Table<Status>();
  readonly workflows = new Table<Workflow>();
  readonly workflowSchemes = new Table<WorkflowScheme>();
  readonly linkTypes = new Table<LinkType>();
  readonly resolutions = new Table<Resolution>();
  readonly priorities = new Table<Priority>();
  readonly projects = new Table<Project>();
  /** In the order in which they were made, which is their sequence within a project. */
  readonly versions = new Table<Version>();
  readonly roles = new Table<Role>();
  readonly permissionSchemes = new Table<PermissionScheme>();
  readonly issueSecuritySchemes = new Table<IssueSecurityScheme>();
  readonly tasks = new Table<Task>();
  readonly users = new Table<User>();
  readonly groups = new Table<Group>();
  readonly filters = new Table<Filter>();
  readonly dashboards = new Table<Dashboard>();
  readonly boards = new Table<Board>();
  readonly sprints = new Table<Sprint>();
  readonly links = new Table<IssueLink>();
  readonly comments = new Table<Comment>();
  readonly remoteLinks = new Table<RemoteLink>();
  readonly sentMails = new Table<SentMail>();
  readonly issueViews = new Table<IssueView>();
  /** History by issue id, oldest first. */
  readonly history = new Map<string, ChangeGroup[]>();
  /** Entity properties: `issue:10001` → key → value; also `project:…`, `dashboardItem:…`. */
  readonly properties = new Map<string, Record<string, unknown>>();
  /** Highest issue number given out, by project id. */
  readonly issueNumbers = new Map<string, number>();
  /** Forge apps on the site; in no snapshot. */
  readonly apps = new InstalledApps();
  readonly index: SearchIndex;
  readonly issues: IssueStore;
  readonly #counters = new Map<string, number>();

  constructor(clock: Clock, searchLagMs: number, site: SiteFacts) {
    this.site = site;
    this.index = new SearchIndex(clock, searchLagMs);
    this.issues = new IssueStore((id, after) => this.index.record(id, after));
  }

  /** The next id of a kind (`issue`, `customfield`, `option` …): numbers as strings, from 10000, one line per kind. */
  nextId(kind: string): string {
    const next = this.#counters.get(kind) ?? 10_000;
    this.#counters.set(kind, next + 1);
    return String(next);
  }

  /** Later ids of the kind start at least here; for seeds with fixed ids. */
  reserveIds(kind: string, upTo: number): void {
    this.#counters.set(kind, Math.max(this.#counters.get(kind) ?? 10_000, upTo + 1));
  }

  /** A UUID made from a counter: the same run gives the same ids. */
  nextUuid(kind: string): string {
    return `00000000-0000-4000-8000-${Number(this.nextId(`uuid:${kind}`))
      .toString(16)
      .padStart(12, '0')}`;
  }

  nextIssueNumber(projectId: string): number {
    const next = (this.issueNumbers.get(projectId) ?? 0) + 1;
    this.issueNumbers.set(projectId, next);
    return next;
  }

  /** Loads issues that exist already (import, restore, benchmark): no history, no events, found by search at once. */
  loadIssues(issues: readonly Issue[]): void {
    const lag = this.index.lagMs;
    this.index.settle();
    this.index.lagMs = 0;
    for (const issue of issues) this.issues.put(issue);
    this.index.lagMs = lag;
  }

  /** Every table by its name, for snapshots. */
  tables(): Record<string, Table<Row>> {
    const found: Record<string, Table<Row>> = {};
    for (const [name, value] of Object.entries(this)) {
      if (value instanceof Table) found[name] = value as Table<Row>;
    }
    return found;
  }

  counters(): Map<string, number> {
    return this.#counters;
  }
}
