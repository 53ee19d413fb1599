import type { RouteRegistrar } from '../http/router';
import { register as registerBoards } from './boards';
import { register as registerChangelog } from './changelog';
import { register as registerComments } from './comments';
import { register as registerDashboards } from './dashboards';
import { register as registerExpressions } from './expressions';
import { register as registerFilters } from './filters';
import { register as registerGroups } from './groups';
import { register as registerIssue } from './issue';
import { register as registerIssueBulkFetch } from './issue-bulk-fetch';
import { register as registerIssueLinks } from './issue-links';
import { register as registerJql } from './jql';
import { register as registerPeople } from './people';
import { register as registerPermissions } from './permissions';
import { register as registerProjectChanges } from './project-changes';
import { register as registerProjects } from './projects';
import { register as registerProperties } from './properties';
import { register as registerRemoteLinks } from './remote-links';
import { register as registerRemoved } from './removed';
import { register as registerSearch } from './search';
import { register as registerServerInfo } from './server-info';
import { register as registerTransitions } from './transitions';

/** Every route of the core; configuration is in ../config. */
export function registerRoutes(router: RouteRegistrar): void {
  registerServerInfo(router);
  registerIssue(router);
  registerIssueBulkFetch(router);
  registerChangelog(router);
  registerTransitions(router);
  registerComments(router);
  registerIssueLinks(router);
  registerRemoteLinks(router);
  registerProperties(router);
  registerSearch(router);
  registerJql(router);
  registerPeople(router);
  registerPermissions(router);
  registerProjects(router);
  registerProjectChanges(router);
  registerDashboards(router);
  registerExpressions(router);
  registerFilters(router);
  registerGroups(router);
  registerBoards(router);
  registerRemoved(router);
}
