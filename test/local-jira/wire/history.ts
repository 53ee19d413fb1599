import type { Access } from '../access/access';
import type { ChangeGroup, ChangeItem } from '../state/issue-entities';
import type { SiteState } from '../state/site-state';
import { personJson } from './people';
import { jiraTime } from './time';

export function changeItemJson(item: ChangeItem): Record<string, unknown> {
  return {
    field: item.field,
    fieldtype: item.fieldtype,
    ...(item.fieldId === undefined ? {} : { fieldId: item.fieldId }),
    from: item.from,
    fromString: item.fromString,
    to: item.to,
    toString: item.toString,
  };
}

export function changeGroupJson(state: SiteState, group: ChangeGroup, access: Access): Record<string, unknown> {
  return {
    id: group.id,
    author: personJson(state, group.authorId, access),
    created: jiraTime(group.created),
    items: group.items.map(changeItemJson),
  };
}
