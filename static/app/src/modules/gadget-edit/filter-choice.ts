/**
 * The saved filter an editor chose, as far as the editor may see it.
 */
import { findFilters, getFilter } from '../../../../../src/jira/filter';
import type { JiraRequest } from '../../../../../src/jira/request';
import { NAME_MAX } from '../../shared/gadget-configuration';
import type { ConfiguredFilter } from '../../shared/gadget-configuration';

export interface FilterChoice {
  readonly filter: ConfiguredFilter;
  /** It was deleted, or is not shared with the editor: it has no name here and cannot be saved again. */
  readonly hidden: boolean;
}

/** What the settings hold. @throws JiraError */
export async function chosenFilter(
  jira: JiraRequest,
  configured: ConfiguredFilter | undefined,
): Promise<FilterChoice | undefined> {
  if (configured === undefined) return undefined;
  const found = await getFilter(jira, configured.id);
  return found === undefined ? { filter: configured, hidden: true } : shown(found);
}

/** Filters whose name holds the text. @throws JiraError */
export async function offeredFilters(jira: JiraRequest, text: string): Promise<readonly FilterChoice[]> {
  return (await findFilters(jira, text)).map(shown);
}

/** The name is taken from Jira: it may have changed since. */
function shown({ id, name }: ConfiguredFilter): FilterChoice {
  return { filter: { id, name: name.slice(0, NAME_MAX) }, hidden: false };
}
