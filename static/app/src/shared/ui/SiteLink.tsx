import { createContext, useContext } from 'react';
import type { MouseEvent, ReactNode } from 'react';
import { openIssue, openIssues } from '../bridge';
import { issuePath, issuesPath, onSite } from '../links';

const SiteUrl = createContext('');

/** Gives the links below it the site's address. */
export function SiteProvider({ siteUrl, children }: { readonly siteUrl: string; readonly children: ReactNode }) {
  return <SiteUrl.Provider value={siteUrl}>{children}</SiteUrl.Provider>;
}

interface LinkProps {
  readonly className?: string | undefined;
  readonly title?: string;
  readonly 'aria-label'?: string;
  readonly children: ReactNode;
}

/** Leads to the list of exactly the issues that a query finds. */
export function IssuesLink({ jql, ...rest }: LinkProps & { readonly jql: string }) {
  return <HostLink {...rest} path={issuesPath(jql)} open={() => openIssues(jql)} />;
}

/** Leads to one issue. */
export function IssueLink({ issueKey, ...rest }: LinkProps & { readonly issueKey: string }) {
  return <HostLink {...rest} path={issuePath(issueKey)} open={() => openIssue(issueKey)} />;
}

/**
 * A plain click goes through the host, which may lead to where a frame may not. The address is there for copying,
 * middle click and everything else a browser does with links.
 */
function HostLink({
  path,
  open,
  children,
  ...rest
}: LinkProps & { readonly path: string; readonly open: () => Promise<void> }) {
  const siteUrl = useContext(SiteUrl);
  const go = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void open();
  };
  return (
    <a {...rest} href={onSite(siteUrl, path) ?? path} target="_blank" rel="noreferrer" onClick={go}>
      {children}
    </a>
  );
}
