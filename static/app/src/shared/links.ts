/**
 * Paths of Jira's own pages that this app's pages lead to. Pure.
 */

/** The list of issues that a query finds. */
export function issuesPath(jql: string): string {
  return `/issues/?jql=${encodeURIComponent(jql)}`;
}

export function issuePath(key: string): string {
  return `/browse/${encodeURIComponent(key)}`;
}

/**
 * The full address of a path on a site, for copying and opening in a new tab.
 * `undefined` when the host gave no usable site address: the link then works by click only.
 */
export function onSite(siteUrl: string, path: string): string | undefined {
  if (!/^https?:\/\/[^/?#\s]+\/?$/.test(siteUrl)) return undefined;
  return siteUrl.replace(/\/$/, '') + path;
}
