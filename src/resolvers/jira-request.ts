/**
 * How a function reaches Jira. `route` escapes each value where it stands, and throws on one that would change the path.
 */
import api, { route } from '@forge/api';
import type { JiraRequest } from '../jira/request';

/** As the person who invoked the function: Jira judges every single request by their rights. */
export const jiraAsUser: JiraRequest = async (path, init) =>
  api.asUser().requestJira(route(path.strings, ...path.values), init);

/** As the app, which may do more than most people: only behind a check of the person, written next to it. */
export const jiraAsApp: JiraRequest = async (path, init) =>
  api.asApp().requestJira(route(path.strings, ...path.values), init);
