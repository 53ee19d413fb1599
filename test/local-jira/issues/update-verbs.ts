import { badRequest, fieldProblem, notServed } from '../http/problem';
import type { RouteContext } from '../http/router';
import type { Field, LinkType } from '../state/config-entities';
import type { AdfDocument, Issue } from '../state/issue-entities';
import { objectOf, textOf, type JsonObject } from './body';
import { setCustom, type Draft, type Place } from './draft';
import { documentInput, labelInput, listInput, optionInput } from './input';
import { setField } from './set-field';
import { versionInput } from './version-input';

/** Things an `update` asks for that are not fields of the issue itself; done after the issue is stored. */
export interface AfterWork {
  readonly comments: AdfDocument[];
  readonly links: { readonly type: LinkType; readonly other: Issue; readonly otherIs: 'outward' | 'inward' }[];
}

/** One field of `update`: a list of verbs, in order. `set` for every field; `add` and `remove` for lists. */
export function applyVerbs(
  context: RouteContext,
  draft: Draft,
  field: Field,
  operations: unknown,
  place: Place,
  after: AfterWork,
): void {
  for (const operation of listInput(field.id, operations)) {
    const entries = Object.entries(objectOf(operation));
    if (entries.length !== 1) throw fieldProblem(field.id, 'Each operation must have exactly one verb.');
    const [verb, value] = entries[0]!;
    if (field.id === 'comment') after.comments.push(commentToAdd(verb, value));
    else if (field.id === 'issuelinks') after.links.push(linkToAdd(context, verb, value));
    else if (verb === 'set') setField(context, draft, field, value, place);
    else if (verb === 'add' || verb === 'remove') changeList(context, draft, field, verb, value, place);
    else throw notServed(`the update verb '${verb}' on ${field.name}`);
  }
}

function commentToAdd(verb: string, value: unknown): AdfDocument {
  if (verb !== 'add') throw notServed(`the update verb '${verb}' on comments`);
  return documentInput('comment', objectOf(value)['body']);
}

function linkToAdd({ state, access }: RouteContext, verb: string, value: unknown): AfterWork['links'][number] {
  if (verb !== 'add') throw fieldProblem('issuelinks', `Field does not support update '${verb}'`);
  const { type, outwardIssue, inwardIssue } = objectOf(value);
  const linkType = findLinkType(state.linkTypes.all(), objectOf(type));
  const otherIs = outwardIssue === undefined ? 'inward' : 'outward';
  const { key, id } = objectOf(outwardIssue ?? inwardIssue) as { key?: string; id?: string };
  const other = state.issues.byIdOrKey(textOf(id ?? key ?? ''));
  if (linkType === undefined) throw fieldProblem('issuelinks', 'No issue link type with such a name found.');
  if (other === undefined || !access.maySee(other)) {
    throw fieldProblem('issuelinks', 'The linked issue does not exist or you do not have permission to see it.');
  }
  return { type: linkType, other, otherIs };
}

/** By id or name; Jira also takes the name in any case. */
export function findLinkType(types: readonly LinkType[], wanted: JsonObject): LinkType | undefined {
  const { id, name } = wanted as { id?: string | number; name?: string };
  if (id !== undefined) return types.find((type) => type.id === textOf(id));
  return types.find((type) => type.name.toLowerCase() === textOf(name).toLowerCase());
}

function changeList(
  context: RouteContext,
  draft: Draft,
  field: Field,
  verb: 'add' | 'remove',
  value: unknown,
  place: Place,
): void {
  if (field.id === 'labels') {
    const label = labelInput('labels', value);
    draft.labels = changed(draft.labels, verb, label);
  } else if (field.id === 'fixVersions') {
    draft.fixVersionIds = changed(draft.fixVersionIds ?? [], verb, versionInput(context, field.id, value, place));
  } else if (field.kind === 'labels') {
    setList(draft, field.id, verb, labelInput(field.id, value));
  } else if (field.kind === 'multiselect') {
    setList(draft, field.id, verb, optionInput(context, field, value, place).id);
  } else {
    throw badRequest('', { [field.id]: `Field does not support update '${verb}'` });
  }
}

function setList(draft: Draft, fieldId: string, verb: 'add' | 'remove', item: string): void {
  const values = changed((draft.custom[fieldId] as readonly string[] | undefined) ?? [], verb, item);
  setCustom(draft, fieldId, values.length === 0 ? undefined : values);
}

function changed(list: readonly string[], verb: 'add' | 'remove', item: string): readonly string[] {
  const without = list.filter((other) => other !== item);
  if (verb === 'remove') return without;
  return list.includes(item) ? list : [...list, item];
}
