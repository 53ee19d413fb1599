import type { Principal } from '../http/principal';
import type { Holder, Project, SecurityLevel } from '../state/config-entities';
import type { Issue } from '../state/issue-entities';
import type { User } from '../state/people-entities';
import type { SiteState } from '../state/site-state';

/**
 * Global permissions that an app's own user has by the scopes of its token, and by nothing else.
 * https://developer.atlassian.com/cloud/jira/platform/scopes-for-oauth-2-3LO-and-forge-apps/
 */
const SCOPE_OF_PERMISSION: Readonly<Record<string, string>> = {
  ADMINISTER: 'manage:jira-configuration',
  BULK_CHANGE: 'write:jira-work',
  CREATE_SHARED_OBJECTS: 'write:jira-work',
  USER_PICKER: 'read:jira-user',
};

/**
 * What one principal may do, decided from project roles, permission schemes, groups and issue security; for the app
 * acting as itself also from its scopes. Made for one request; remembers what it worked out.
 */
export class Access {
  readonly user: User | undefined;
  readonly #state: SiteState;
  readonly #appScopes: Principal['scopes'] | undefined;
  readonly #projectAnswers = new Map<string, boolean>();
  #visible: ReadonlySet<string> | undefined;

  constructor(state: SiteState, principal: Principal) {
    this.#state = state;
    this.#appScopes = principal.type === 'app' ? principal.scopes : undefined;
    this.user = principal.accountId === undefined ? undefined : state.users.get(principal.accountId);
  }

  get accountId(): string | undefined {
    return this.user?.id;
  }

  /** A global permission, for example ADMINISTER. */
  hasGlobal(permission: string): boolean {
    if (this.#appScopes !== undefined) {
      const scope = SCOPE_OF_PERMISSION[permission];
      return scope !== undefined && (this.#appScopes === 'all' || this.#appScopes.has(scope));
    }
    const groups = this.#state.site.globalPermissions[permission] ?? [];
    return groups.some((group) => this.user?.groups.includes(group));
  }

  isAdmin(): boolean {
    return this.hasGlobal('ADMINISTER');
  }

  /** A project permission; with an issue, holders such as "reporter" count too. */
  has(permission: string, project: Project, issue?: Issue): boolean {
    if (issue !== undefined) return this.#decide(permission, project, issue);
    const asked = `${permission} ${project.id}`;
    const known = this.#projectAnswers.get(asked);
    if (known !== undefined) return known;
    const answer = this.#decide(permission, project, undefined);
    this.#projectAnswers.set(asked, answer);
    return answer;
  }

  /** The permission in at least one project. */
  hasAnywhere(permission: string): boolean {
    return this.#state.projects.find((project) => !project.deleted && this.has(permission, project)) !== undefined;
  }

  mayBrowse(project: Project): boolean {
    return !project.deleted && this.has('BROWSE_PROJECTS', project);
  }

  /** Ids of the projects that search looks into for this principal: browsable, neither archived nor in the trash. */
  searchableProjectIds(): ReadonlySet<string> {
    this.#visible ??= new Set(
      this.#state.projects
        .filter((project) => !project.archived && this.mayBrowse(project))
        .map((project) => project.id),
    );
    return this.#visible;
  }

  /** Browse permission and, where the issue has a security level, membership in it. */
  maySee(issue: Issue): boolean {
    const project = this.#state.projects.get(issue.projectId);
    return project !== undefined && this.mayBrowse(project) && this.maySeeLevel(issue, project);
  }

  /** For issues of a project that is known to be browsable. */
  maySeeLevel(issue: Issue, project: Project): boolean {
    if (issue.securityLevelId === null) return true;
    const level = this.securityLevel(project, issue.securityLevelId);
    return level?.members.some((holder) => this.#holds(holder, project, issue)) ?? false;
  }

  securityLevel(project: Project, levelId: string): SecurityLevel | undefined {
    if (project.issueSecuritySchemeId === undefined) return undefined;
    return this.#state.issueSecuritySchemes
      .get(project.issueSecuritySchemeId)
      ?.levels.find((level) => level.id === levelId);
  }

  #decide(permission: string, project: Project, issue: Issue | undefined): boolean {
    const scheme = this.#state.permissionSchemes.require(project.permissionSchemeId);
    return scheme.grants.some((grant) => grant.permission === permission && this.#holds(grant.holder, project, issue));
  }

  #holds(holder: Holder, project: Project, issue: Issue | undefined): boolean {
    if (holder.type === 'anyone') return true;
    const user = this.user;
    if (user === undefined || !user.active) return false;
    switch (holder.type) {
      case 'applicationRole':
        return user.accountType !== 'app';
      case 'group':
        return user.groups.includes(holder.name);
      case 'user':
        return user.id === holder.accountId;
      case 'projectLead':
        return user.id === project.leadAccountId;
      case 'reporter':
        return issue?.reporterId === user.id;
      case 'assignee':
        return issue?.assigneeId === user.id;
      case 'projectRole':
        return (project.roleActors[holder.roleId] ?? []).some((actor) =>
          actor.type === 'user' ? actor.accountId === user.id : user.groups.includes(actor.name),
        );
    }
  }
}
