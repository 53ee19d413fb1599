/**
 * What the development server tells the shell beside Jira's own REST. Both sides use these types; JSON-safe.
 */

export interface Person {
  readonly accountId: string;
  /** What `?user=` takes. */
  readonly shortName: string;
  readonly displayName: string;
  /** "Product owner" */
  readonly role: string;
  /** "Product owner. Edits SHOP" */
  readonly about: string;
  readonly colour: PersonColour;
  /** A Jira admin: Jira shows the settings of apps to nobody else. */
  readonly isAdmin: boolean;
}

export type PersonColour = 'purple' | 'teal' | 'orange' | 'magenta' | 'blue' | 'none';

export interface ForgeModule {
  readonly type: string;
  readonly key: string;
  readonly title: string;
  /** As in the manifest: `app/issue-panel`. */
  readonly resource: string;
  /** The gadget's edit view. */
  readonly editResource?: string;
  /** `blank`: the page draws its own heading. */
  readonly layout: 'native' | 'blank';
  /** A function draws the badge. */
  readonly hasBadge: boolean;
  readonly viewportSize?: string;
}

export interface ProjectSummary {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  /** "software" */
  readonly type: string;
  readonly managed: 'company' | 'team';
  /** This user administers the project: Jira shows its settings to nobody else. */
  readonly mayAdminister: boolean;
}

/** What "Create project" asks for. */
export interface NewProject {
  readonly name: string;
  readonly key: string;
  readonly managed: 'company' | 'team';
  /** Key of a company-managed project whose schemes it shall use; without it, it gets its own. */
  readonly sharesSchemesWith?: string | undefined;
}

export interface Session {
  readonly user: Person;
  readonly people: readonly Person[];
  readonly site: { readonly cloudId: string; readonly siteUrl: string; readonly pagesOrigin: string };
  readonly world: 'demo' | 'empty';
  readonly modules: readonly ForgeModule[];
  /** Projects this user may browse. */
  readonly projects: readonly ProjectSummary[];
  /** One line under the navigation; empty in an empty world. */
  readonly summary: string;
  /** Empty where there is no demo to try it on. */
  readonly tour: readonly TourStep[];
  readonly lab: LabState;
}

export interface LabState {
  /** ISO instant of the site's clock. */
  readonly now: string;
  readonly faults: readonly Fault[];
  readonly background: BackgroundLab;
  /** What came of the last thing one asked Lab to do. */
  readonly said?: string;
}

/** What the app does while no page waits for it. */
export interface BackgroundLab {
  readonly installed: boolean;
  /** Everything is delivered twice. */
  readonly twice: boolean;
  readonly consumers: readonly { readonly key: string; readonly waiting: number }[];
  /** `nextAt`: ISO instant of the site's clock. */
  readonly schedules: readonly { readonly key: string; readonly interval: string; readonly nextAt?: string }[];
  /** Product events that wait. */
  readonly events: number;
  /** The app listens to product events at all. */
  readonly hasTriggers: boolean;
  /** The last few runs, newest first. */
  readonly runs: readonly BackgroundRun[];
}

export interface BackgroundRun {
  readonly kind: 'job' | 'schedule' | 'event' | 'before uninstalling';
  readonly key: string;
  readonly outcome: 'answered' | 'failed' | 'timed out' | 'stopped';
  readonly milliseconds: number;
  /** What the function threw. */
  readonly problem?: string;
}

export interface Fault {
  readonly kind: string;
  readonly label: string;
  readonly on: boolean;
  /** "next 3 requests" */
  readonly extent: string;
}

export interface PageCost {
  readonly requests: number;
  readonly points: number;
  readonly functions: number;
}

/** A dashboard holds gadgets in two columns, a wide and a narrow one. */
export interface Gadget {
  readonly id: string;
  readonly moduleKey: string;
  readonly title: string;
  readonly column: 'wide' | 'narrow';
  /** What the gadget's edit view submitted; absent before the first time. */
  readonly configuration?: Readonly<Record<string, unknown>>;
}

export interface Badge {
  readonly label: string;
  /** Forge's lozenge types. */
  readonly type: 'default' | 'inprogress' | 'moved' | 'new' | 'removed' | 'success';
}

export interface ImportReport {
  readonly ok: boolean;
  readonly summary: string;
  readonly details: readonly string[];
}

/** How a project's board is laid out. */
export interface Board {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** Empty: nobody laid it out, its columns are the workflow's statuses. */
  readonly columns: readonly { readonly name: string; readonly statusIds: readonly string[] }[];
  /** Active sprints first, then future ones. */
  readonly sprints: readonly Sprint[];
}

export interface Sprint {
  readonly id: string;
  readonly name: string;
  readonly state: 'active' | 'future';
  /** ISO instant. */
  readonly endDate?: string;
}

/** The steps of "Try the main job": an address each, which signs in as the right person. */
export interface TourStep {
  readonly title: string;
  readonly about: string;
  readonly accountId: string;
  readonly to: string;
}

export interface Dashboard {
  readonly id: string;
  readonly name: string;
  readonly gadgets: readonly Gadget[];
}
