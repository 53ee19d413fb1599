/**
 * Installing, uninstalling and installing again: one app on any number of sites.
 */
import type { Clock } from './clock';
import { FunctionFailedError, ManifestError, NotInstalledError, NotServedError } from './errors';
import type { FunctionRunner } from './functions';
import { KvsStore } from './kvs/store';
import { appIdOf, type Manifest } from './manifest';
import type { PreUninstallModule } from './manifest-modules';
import { secondArgument } from './resolvers';
import type { FormerInstallation, JiraHost, License, Site } from './site';

export type MutableSite = { -readonly [Name in keyof Site]: Site[Name] };

const ENVIRONMENT_ID = '00000000-0000-4000-9000-000000000001';

export class Installations {
  readonly sites: Site[] = [];
  readonly #former = new Map<Site, FormerInstallation[]>();
  #count = 0;

  constructor(
    private readonly manifest: Manifest,
    private readonly clock: Clock,
    private readonly functions: () => FunctionRunner,
    /** Schedules and product events begin with an installation and end with it, and its queue is emptied. */
    private readonly background: { start(site: Site): void; end(site: Site): void },
  ) {}

  /** @throws NotServedError for validators and indexed properties on a Jira that takes none. */
  installOn(jira: JiraHost, siteUrl: string, cloudId: string, license: License | undefined): Site {
    if (this.manifest.workflowValidators.length > 0 && jira.installApp === undefined) {
      throw new NotServedError('workflow validators on a Jira that takes none');
    }
    if (this.manifest.entityProperties.length > 0 && jira.installApp === undefined) {
      throw new NotServedError('indexed properties on a Jira that takes none');
    }
    const site: Site = {
      cloudId,
      siteUrl: siteUrl.replace(/\/$/, ''),
      environmentId: ENVIRONMENT_ID,
      installContext: `ari:cloud:jira::site/${cloudId}`,
      jira,
      installed: true,
      installationId: this.#nextId(),
      kvs: new KvsStore(this.clock),
      license,
      token: (principal) => jira.issueToken(principal, this.manifest.scopes),
    };
    this.sites.push(site);
    this.#begin(site);
    return site;
  }

  /**
   * Runs the preUninstall functions, then takes the app off the site: nothing of it runs any more, and Jira refuses every
   * transition that one of its validators guards. What the functions throw is recorded and stops nothing.
   * @throws NotInstalledError
   */
  async uninstall(site: Site): Promise<void> {
    if (!site.installed) throw new NotInstalledError(site.siteUrl);
    for (const module of this.manifest.preUninstalls) await this.#preUninstall(site, module);
    this.functions().stopAll(site, 'The app was uninstalled.');
    mutable(site).installed = false;
    this.background.end(site);
    site.jira.uninstallApp?.(appIdOf(this.manifest));
    this.#former.set(site, [...this.former(site), { installationId: site.installationId, kvs: site.kvs }]);
  }

  /** A new installation with an id and an empty storage of its own. @throws ManifestError where the app is on the site. */
  installAgain(site: Site): void {
    if (site.installed) throw new ManifestError(`The app is already installed on ${site.siteUrl}.`);
    const changing = mutable(site);
    changing.installed = true;
    changing.installationId = this.#nextId();
    changing.kvs = new KvsStore(this.clock);
    this.#begin(site);
  }

  /** What Forge keeps of installations that ended, oldest first. */
  former(site: Site): readonly FormerInstallation[] {
    return this.#former.get(site) ?? [];
  }

  /** Puts the site back to how a snapshot found it, whatever was there since. */
  restore(site: Site, installed: boolean, installationId: string): void {
    // Ids of installations to come are above every one that was.
    this.#count = Math.max(this.#count, Number(installationId.slice(-12)));
    this.functions().stopAll(site, 'The site was put back.');
    this.background.end(site);
    this.#former.delete(site);
    const changing = mutable(site);
    changing.installed = installed;
    changing.installationId = installationId;
    changing.kvs = new KvsStore(this.clock);
    if (installed) this.#tellJira(site);
    else site.jira.uninstallApp?.(appIdOf(this.manifest));
  }

  #begin(site: Site): void {
    this.#tellJira(site);
    this.background.start(site);
  }

  #tellJira({ jira, environmentId }: Site): void {
    const { workflowValidators, entityProperties } = this.manifest;
    jira.installApp?.({ appId: appIdOf(this.manifest), environmentId, workflowValidators, entityProperties });
  }

  async #preUninstall(site: Site, module: PreUninstallModule): Promise<void> {
    try {
      await this.functions().run({
        site,
        functionKey: module.function,
        moduleKey: module.key,
        kind: 'preUninstall',
        operation: module.key,
        args: [
          { context: { cloudId: site.cloudId, moduleKey: module.key }, contextToken: 'local-forge-context-token' },
          secondArgument(site, undefined),
        ],
      });
    } catch (error) {
      // "If the function throws an error, nothing will happen, and the uninstallation process will continue."
      if (!(error instanceof FunctionFailedError)) throw error;
    }
  }

  #nextId(): string {
    this.#count += 1;
    return `00000000-0000-4000-8000-${String(this.#count).padStart(12, '0')}`;
  }
}

/** Only an installation's own beginning and end change these. */
function mutable(site: Site): MutableSite {
  return site;
}
