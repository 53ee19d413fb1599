/**
 * What every command is given: who asks, where the ids are, what time it is.
 */
import type { SiteSetup } from '../domain/site-setup';
import type { JiraRequest } from '../jira/request';

export interface CommandContext {
  /** As the person who asked; their rights are Jira's to judge. */
  readonly jira: JiraRequest;
  readonly setup: SiteSetup;
  readonly now: Date;
}
