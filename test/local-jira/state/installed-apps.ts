import { parseExpression } from '../expressions/parse';

export type ProjectType = 'company-managed' | 'team-managed';

/** A `jira:workflowValidator` module that validates with a Jira expression. */
export interface WorkflowValidatorModule {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly expression: string;
  readonly errorMessage?: string | { readonly expression: string } | undefined;
  /** Company-managed projects only where nothing is said. */
  readonly projectTypes?: readonly ProjectType[];
}

/** A `jira:entityProperty` module on issues: which values of a property JQL can be asked for. */
export interface EntityPropertyModule {
  readonly propertyKey: string;
  readonly values: readonly IndexedValue[];
}

export interface IndexedValue {
  /** Names from the value's outside to its inside, with dots between. */
  readonly path: string;
  readonly type: 'number' | 'string' | 'text' | 'user' | 'date';
  readonly searchAlias?: string | undefined;
}

/** A Forge app on this site: what Jira itself needs to know about it. */
export interface InstalledApp {
  /** UUID, the last part of the manifest's `app.id`. */
  readonly appId: string;
  /** UUID. */
  readonly environmentId: string;
  readonly name?: string;
  readonly workflowValidators: readonly WorkflowValidatorModule[];
  readonly entityProperties?: readonly EntityPropertyModule[];
}

export interface InstalledValidator extends WorkflowValidatorModule {
  /** The extension's ARI, by which workflow rules name it. */
  readonly id: string;
}

const KEY = /^[a-zA-Z0-9_-]+$/;

/**
 * Which Forge apps are installed. A fact of the platform, like the code that runs: it is in no snapshot, and resetting
 * or restoring the site leaves it alone.
 */
export class InstalledApps {
  readonly #apps = new Map<string, InstalledApp>();

  /** Installs an app or a new version of it. Throws where a module could not be deployed either. */
  install(app: InstalledApp): void {
    for (const { key, expression, errorMessage } of app.workflowValidators) {
      if (!KEY.test(key)) throw new Error(`'${key}' is no key of a module`);
      parseExpression(expression);
      if (typeof errorMessage === 'object') parseExpression(errorMessage.expression);
    }
    this.#apps.set(app.appId, app);
  }

  /** Rules of the app stay in the workflows and fail from now on. */
  uninstall(appId: string): void {
    this.#apps.delete(appId);
  }

  validators(): InstalledValidator[] {
    return [...this.#apps.values()].flatMap((app) =>
      app.workflowValidators.map((module) => ({ ...module, id: extensionAri(app, module.key) })),
    );
  }

  /** Every indexed value with the property that it is of. */
  indexedValues(): (IndexedValue & { readonly propertyKey: string })[] {
    return [...this.#apps.values()].flatMap(({ entityProperties = [] }) =>
      entityProperties.flatMap(({ propertyKey, values }) => values.map((value) => ({ ...value, propertyKey }))),
    );
  }

  /** The module that a rule's `key` names, when its app is installed. */
  validator(id: string): InstalledValidator | undefined {
    return this.validators().find((module) => module.id === id);
  }
}

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflows/#api-rest-api-3-workflows-capabilities-get */
function extensionAri({ appId, environmentId }: InstalledApp, moduleKey: string): string {
  return `ari:cloud:ecosystem::extension/${appId}/${environmentId}/static/${moduleKey}`;
}

/** Where a module may be used. */
export function projectTypesOf({ projectTypes }: WorkflowValidatorModule): readonly ProjectType[] {
  return projectTypes ?? ['company-managed'];
}
