/**
 * Functions that a page or an issue view waits for: resolvers and dynamic properties.
 */
import { LimitExceededError, ManifestError } from './errors';
import type { FunctionRunner } from './functions';
import { INVOKE_REQUEST_BYTES, INVOKE_RESPONSE_BYTES } from './limits';
import type { Manifest, PageModule } from './manifest';
import { installationOf } from './runtime';
import type { Site } from './site';

/** Who looks at which module where. `extension` is the module's own context, for example the issue. */
export interface PageContext {
  readonly moduleKey: string;
  /** Absent: nobody is signed in. */
  readonly accountId?: string | undefined;
  readonly extension: Readonly<Record<string, unknown>>;
}

export interface ResolverCall extends PageContext {
  readonly functionKey: string;
  readonly payload: unknown;
}

export class Resolvers {
  constructor(
    private readonly manifest: Manifest,
    private readonly functions: FunctionRunner,
  ) {}

  /**
   * What `invoke(functionKey, payload)` of a page does.
   * @throws LimitExceededError, FunctionFailedError, ManifestError
   */
  async invoke(site: Site, call: ResolverCall): Promise<unknown> {
    const module = this.page(call.moduleKey);
    if (module.resolverFunction === undefined) throw new ManifestError(`The module ${module.key} has no resolver.`);
    checkSize('request', { functionKey: call.functionKey, payload: call.payload }, INVOKE_REQUEST_BYTES);
    const answer = await this.functions.run({
      site,
      functionKey: module.resolverFunction,
      moduleKey: module.key,
      kind: 'resolver',
      operation: call.functionKey,
      accountId: call.accountId,
      args: [
        { call: { functionKey: call.functionKey, payload: call.payload }, context: contextOf(site, module, call) },
        secondArgument(site, call.accountId),
      ],
    });
    checkSize('response', answer, INVOKE_RESPONSE_BYTES);
    return answer;
  }

  /** What Jira asks of a module with `dynamicProperties`, for example the badge of a closed issue panel. */
  async dynamicProperties(site: Site, page: PageContext): Promise<unknown> {
    const module = this.page(page.moduleKey);
    if (module.dynamicPropertiesFunction === undefined) {
      throw new ManifestError(`The module ${module.key} has no dynamicProperties.`);
    }
    return this.functions.run({
      site,
      functionKey: module.dynamicPropertiesFunction,
      moduleKey: module.key,
      kind: 'dynamicProperties',
      operation: module.key,
      accountId: page.accountId,
      args: [
        { cloudId: site.cloudId, extension: { ...page.extension, type: module.type } },
        secondArgument(site, page.accountId),
      ],
    });
  }

  page(key: string): PageModule {
    const module = this.manifest.pages.find((candidate) => candidate.key === key);
    if (module === undefined) throw new ManifestError(`The manifest declares no page module ${key}.`);
    return module;
  }
}

/** `context` of a resolver, before @forge/resolver adds accountId, license and installContext from the second argument. */
function contextOf(site: Site, module: PageModule, page: PageContext): Record<string, unknown> {
  return {
    cloudId: site.cloudId,
    siteUrl: site.siteUrl,
    environmentId: site.environmentId,
    environmentType: 'DEVELOPMENT',
    moduleKey: module.key,
    localId: localId(site, module.key),
    extension: { ...page.extension, type: module.type },
  };
}

/** One module in one place of one site. */
export function localId(site: Site, moduleKey: string): string {
  return `ari:cloud:ecosystem::extension/local/${site.environmentId}/static/${moduleKey}`;
}

/** The second argument of every function. */
export function secondArgument(site: Site, accountId: string | undefined): Record<string, unknown> {
  return {
    ...(accountId === undefined ? {} : { principal: { accountId } }),
    installContext: site.installContext,
    installation: installationOf(site),
    ...(site.license === undefined ? {} : { license: site.license }),
  };
}

function checkSize(what: 'request' | 'response', value: unknown, most: number): void {
  const bytes = Buffer.byteLength(JSON.stringify(value ?? null));
  if (bytes > most) throw new LimitExceededError(`The ${what} of invoke has ${bytes} bytes; Forge allows ${most}.`);
}
