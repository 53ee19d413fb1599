import { addUser, RESOLUTION } from '../seed';
import type { Project, StatusCategory } from '../state/config-entities';
import type { SiteState } from '../state/site-state';
import type { ImportedPerson } from './imported-issue';

const DONE_NAMES =
  /\b(done|closed|complete[d]?|resolved|released|shipped|cancell?ed|rejected|won'?t|duplicate|obsolete)\b/i;
const TO_DO_NAMES = /\b(to ?do|open|new|backlog|created|reopened|selected|triage|ready|waiting|planned|draft)\b/i;

/** The category of a status by the file's own word for it, else by the status's name; "in progress" when it says nothing. */
export function statusCategoryOf(name: string, categoryName: string | undefined): StatusCategory {
  switch (categoryName?.toLowerCase()) {
    case 'to do':
    case 'new':
      return 'TODO';
    case 'in progress':
      return 'IN_PROGRESS';
    case 'done':
      return 'DONE';
    default:
      return DONE_NAMES.test(name) ? 'DONE' : TO_DO_NAMES.test(name) ? 'TODO' : 'IN_PROGRESS';
  }
}

/**
 * Finds what the file calls by name on the site, and makes what the site lacks: what a person importing by hand would
 * add to the site before. Names are compared without case.
 */
export class SiteNames {
  readonly #state: SiteState;
  readonly #people = new Map<string, string>();
  readonly #found = new Map<string, string>();

  constructor(state: SiteState) {
    this.#state = state;
    for (const user of state.users.values()) {
      if (user.accountType === 'atlassian') this.#people.set(user.displayName.toLowerCase(), user.id);
    }
  }

  /** Id of an issue type that the project offers. */
  issueType(project: Project, name: string): string {
    return this.#once(`type ${project.id}`, name, () => {
      const state = this.#state;
      const known = state.issueTypes.find((type) => type.scopeProjectId === undefined && same(type.name, name));
      const id = known?.id ?? this.#newIssueType(name);
      const scheme = state.issueTypeSchemes.require(state.projects.require(project.id).issueTypeSchemeId);
      if (!scheme.issueTypeIds.includes(id)) {
        state.issueTypeSchemes.put({ ...scheme, issueTypeIds: [...scheme.issueTypeIds, id] });
      }
      return id;
    });
  }

  /** Id of a status in the workflow that the project gives to the type. */
  status(project: Project, typeId: string, name: string, categoryName: string | undefined): string {
    return this.#once(`status ${project.id} ${typeId}`, name, () => {
      const state = this.#state;
      const known = state.statuses.find((status) => status.scopeProjectId === undefined && same(status.name, name));
      const status =
        known ??
        state.statuses.put({
          id: state.nextId('status'),
          name,
          description: '',
          category: statusCategoryOf(name, categoryName),
        });
      this.#addToWorkflow(project, typeId, status.id);
      return status.id;
    });
  }

  priority(name: string): string {
    return this.#once('priority', name, () => {
      const known = this.#state.priorities.find((priority) => same(priority.name, name));
      if (known) return known.id;
      const numbers = this.#state.priorities.all().map(({ id }) => Number(id));
      const id = String(Math.max(9999, ...numbers) + 1);
      return this.#state.priorities.put({ id, name, description: '', statusColor: '#707070', isDefault: false }).id;
    });
  }

  /** Undefined name with a resolution date = resolved without saying how: "Done". */
  resolution(name: string | undefined, resolved: Date | undefined): string | null {
    if (name === undefined) return resolved === undefined ? null : RESOLUTION.done;
    if (same(name, 'Unresolved')) return null;
    return this.#once('resolution', name, () => {
      const known = this.#state.resolutions.find((resolution) => same(resolution.name, name));
      const id = known?.id ?? this.#state.nextId('resolution');
      if (!known) this.#state.resolutions.put({ id, name, description: '', isDefault: false });
      return id;
    });
  }

  person({ accountId, displayName }: ImportedPerson): string {
    if (accountId !== undefined && this.#state.users.has(accountId)) return accountId;
    const known = this.#people.get(displayName.toLowerCase());
    if (known !== undefined && accountId === undefined) return known;
    const user = addUser(this.#state, { displayName, ...(accountId === undefined ? {} : { accountId }) });
    this.#people.set(displayName.toLowerCase(), user.id);
    return user.id;
  }

  /** The file only tells a link type's name, so both directions of a new one read as the name. */
  linkType(name: string): string {
    return this.#once('link', name, () => {
      const known = this.#state.linkTypes.find((type) => same(type.name, name));
      if (known) return known.id;
      const words = name.toLowerCase();
      return this.#state.linkTypes.put({ id: this.#state.nextId('linktype'), name, inward: words, outward: words }).id;
    });
  }

  #newIssueType(name: string): string {
    const hierarchyLevel = /sub-?task/i.test(name) ? -1 : /^epic$/i.test(name) ? 1 : 0;
    const id = this.#state.nextId('issuetype');
    const avatarId = hierarchyLevel === -1 ? 10_316 : 10_300;
    return this.#state.issueTypes.put({ id, name, description: '', hierarchyLevel, avatarId }).id;
  }

  /** Every status of the new workflow can be reached from every other. */
  #addToWorkflow(project: Project, typeId: string, statusId: string): void {
    const state = this.#state;
    const scheme = state.workflowSchemes.require(state.projects.require(project.id).workflowSchemeId);
    const workflow = state.workflows.require(scheme.workflowIds[typeId] ?? scheme.defaultWorkflowId);
    if (workflow.statuses.some((status) => status.statusId === statusId)) return;
    const status = state.statuses.require(statusId);
    const numbers = workflow.transitions.map(({ id }) => Number(id));
    state.workflows.put({
      ...workflow,
      statuses: [...workflow.statuses, { statusId, statusReference: statusId, properties: {} }],
      transitions: [
        ...workflow.transitions,
        {
          id: String(Math.max(0, ...numbers) + 10),
          name: status.name,
          description: '',
          type: 'GLOBAL',
          toStatusId: statusId,
          fromStatusIds: [],
          validators: [],
          actions: [
            {
              ruleKey: 'system:update-field',
              parameters: { field: 'resolution', value: status.category === 'DONE' ? RESOLUTION.done : '' },
            },
          ],
          properties: {},
        },
      ],
    });
  }

  #once(kind: string, name: string, find: () => string): string {
    const asked = `${kind} ${name.toLowerCase()}`;
    const known = this.#found.get(asked);
    if (known !== undefined) return known;
    const id = find();
    this.#found.set(asked, id);
    return id;
  }
}

function same(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
