/**
 * Where `router.navigate`, `open` and `getUrl` lead. Forge's reference page "router" lists the targets; those of Jira
 * that the local shell has a page for are here.
 */
import * as v from 'valibot';

const target = v.variant('target', [
  v.object({ target: v.literal('issue'), issueKey: v.string() }),
  v.object({ target: v.literal('dashboard'), dashboardId: v.string() }),
  v.object({ target: v.literal('projectSettingsDetails'), projectKey: v.string() }),
  v.object({ target: v.literal('userProfile'), accountId: v.string() }),
  v.strictObject({
    target: v.literal('module'),
    moduleKey: v.string(),
    // Pages and settings pages of a project need it (@forge/bridge out/router/types.d.ts).
    projectKey: v.optional(v.string()),
  }),
]);

/** The path at which the host shows a full page module; undefined for one it has no page for. */
export type ModulePath = (moduleKey: string, projectKey: string | undefined) => string | undefined;

/** Where on the site a link leads. */
export interface LinkBase {
  /** Without a slash at the end. */
  readonly siteUrl: string;
  readonly modulePath?: ModulePath | undefined;
}

/** An absolute URL on the site. @throws Error naming a target the local host has no page for. */
export function urlOfTarget(base: LinkBase, location: unknown): string {
  const parsed = v.safeParse(target, location);
  const path = parsed.success ? pathOf(base, parsed.output) : undefined;
  if (path === undefined) throw new Error(`The local Forge cannot navigate to ${JSON.stringify(location)}.`);
  return new URL(path, base.siteUrl).href;
}

function pathOf(base: LinkBase, to: v.InferOutput<typeof target>): string | undefined {
  switch (to.target) {
    case 'issue':
      return `/browse/${encodeURIComponent(to.issueKey)}`;
    case 'dashboard':
      return `/jira/dashboards/${encodeURIComponent(to.dashboardId)}`;
    case 'projectSettingsDetails':
      return `/jira/software/projects/${encodeURIComponent(to.projectKey)}/settings/details`;
    case 'userProfile':
      return `/people/${encodeURIComponent(to.accountId)}`;
    case 'module':
      return base.modulePath?.(to.moduleKey, to.projectKey);
  }
}

const navigation = v.looseObject({ type: v.picklist(['same-tab', 'new-tab']), url: v.optional(v.string()) });

export interface Navigation {
  readonly url: string;
  readonly newTab: boolean;
}

/**
 * What the bridge command `navigate` asks for. A URL of another site needs the person's consent, as on Jira.
 * @throws Error where it is refused, no http(s) URL, or an unknown target.
 */
export function readNavigation(base: LinkBase, payload: unknown, mayLeave: (url: string) => boolean): Navigation {
  const { type, url, ...location } = v.parse(navigation, payload);
  if (url === undefined) return { url: urlOfTarget(base, location), newTab: type === 'new-tab' };
  const resolved = new URL(url, base.siteUrl);
  if (resolved.protocol !== 'https:' && resolved.protocol !== 'http:') {
    throw new Error(`Only http and https can be opened, not ${resolved.protocol}`);
  }
  if (resolved.origin === new URL(base.siteUrl).origin) return { url: resolved.href, newTab: type === 'new-tab' };
  if (!mayLeave(resolved.href)) throw new Error('The person did not want to leave the site.');
  return { url: resolved.href, newTab: true };
}
