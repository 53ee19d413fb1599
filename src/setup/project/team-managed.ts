/**
 * What an admin has to add by hand to a team-managed project, what of it is there, and the ids it has. Pure.
 *
 * No REST call adds a type or a field to such a project. A field counts when it is the site's own, which an admin may
 * put on a type there, or one of the project's with the right kind and name. It becomes ours only by its recorded id,
 * and only once everything that is required is there.
 */
import type { GuideStep } from '../../contract/set-up';
import { FIELDS, type FieldName, type OwnIds } from '../../domain/site-setup';
import type { JiraProject, ProjectIssueType } from '../../jira/project';
import type { FormField } from '../../jira/project-fields';
import { FIELD_KINDS, NEEDED_FIELDS, RISK_TYPE, sameName, STORY_FIELDS } from '../needed';
import { storyTypesOf } from './story-types';
import type { SiteIds } from './site-ids';

/** Without these nothing can be assessed or scored. */
const REQUIRED: ReadonlySet<FieldName> = new Set([
  'securityRelevance',
  'relevanceReason',
  'likelihood',
  'impact',
  'riskLevel',
]);

export interface TypesInPlay {
  readonly risk: ProjectIssueType | undefined;
  readonly stories: readonly ProjectIssueType[];
}

/** The types that the guide is about: those recorded, or those that carry the names. */
export function typesInPlay(
  project: JiraProject,
  recorded: { readonly own?: OwnIds | undefined; readonly storyTypeIds: readonly string[] } | undefined,
): TypesInPlay {
  const standard = project.issueTypes.filter(({ hierarchyLevel }) => hierarchyLevel === 0);
  const namesakes = standard.filter(({ name }) => sameName(name, RISK_TYPE.name));
  const risk =
    standard.find(({ id }) => id === recorded?.own?.riskTypeId) ?? (namesakes.length === 1 ? namesakes[0] : undefined);
  const chosen = standard.filter(({ id }) => recorded?.storyTypeIds.includes(id) === true);
  return { risk, stories: chosen.length > 0 ? chosen : storyTypesOf(project, risk?.id) };
}

export interface TeamFound {
  readonly steps: readonly GuideStep[];
  /** Missing until everything required is there. */
  readonly own: OwnIds | undefined;
}

/** @param forms the fields of each type in play, by its id, without the site's fields that are not ours. */
export function teamFound(
  project: JiraProject,
  site: SiteIds,
  types: TypesInPlay,
  forms: ReadonlyMap<string, readonly FormField[]>,
  recorded: OwnIds | undefined,
): TeamFound {
  const fields = FIELDS.map((field) => {
    const onStories = isStoryField(field);
    const places = onStories ? types.stories : types.risk === undefined ? [] : [types.risk];
    return fieldFound(
      field,
      site,
      places.map(({ id }) => forms.get(id) ?? []),
      recorded,
    );
  });
  const steps = [typeStep(project, types), ...fields.map(({ step }) => step)];
  const { risk } = types;
  const isComplete = risk !== undefined && steps.every(({ state, optional }) => optional || state === 'done');
  return { steps, own: isComplete ? ownIds(risk.id, fields) : undefined };
}

function isStoryField(field: FieldName): boolean {
  return (STORY_FIELDS as readonly FieldName[]).includes(field);
}

function typeStep(project: JiraProject, { risk }: TypesInPlay): GuideStep {
  const ofOtherKind = project.issueTypes.some(
    ({ name, hierarchyLevel }) => hierarchyLevel !== 0 && sameName(name, RISK_TYPE.name),
  );
  return {
    task: { kind: 'issueType', name: RISK_TYPE.name },
    state: risk !== undefined ? 'done' : ofOtherKind ? 'wrongKind' : 'toDo',
    optional: false,
  };
}

interface FieldFound {
  readonly field: FieldName;
  readonly step: GuideStep;
  readonly id?: string;
  /** Of the project's own select. */
  readonly options?: Readonly<Record<string, string>>;
}

/** @param forms of every type that must have the field; the field must be the same on all. */
function fieldFound(
  field: FieldName,
  site: SiteIds,
  forms: readonly (readonly FormField[])[],
  recorded: OwnIds | undefined,
): FieldFound {
  const needed = NEEDED_FIELDS[field];
  const base = {
    task: {
      kind: 'field',
      field,
      name: site.fieldNames[field] ?? needed.name,
      fieldKind: needed.kind,
      options: (needed.options ?? []).map(({ value }) => value),
      on: isStoryField(field) ? 'story' : 'risk',
    },
    optional: !REQUIRED.has(field),
  } as const;
  const [first, ...others] = forms;
  const onAll = (first ?? []).filter(({ id }) => others.every((form) => form.some((other) => other.id === id)));
  const global = onAll.find(({ id }) => id === site.fields[field]);
  if (global) return { field, step: { ...base, state: 'done' }, id: global.id };
  const known = onAll.find(({ id }) => id === recorded?.fields[field]);
  const names = [needed.name, site.fieldNames[field] ?? needed.name];
  const namesakes = onAll.filter((found) => names.some((name) => sameName(found.name, name)));
  const fitting = known === undefined ? namesakes.filter((found) => isOfKind(found, field)) : [known];
  const [found] = fitting;
  if (found === undefined) return { field, step: { ...base, state: namesakes.length > 0 ? 'wrongKind' : 'toDo' } };
  const { options, missing } = optionsFound(field, found, recorded);
  if (missing.length > 0) return { field, step: { ...base, state: 'missingOptions', missing } };
  return { field, step: { ...base, state: 'done' }, id: found.id, ...(needed.options ? { options } : {}) };
}

function isOfKind({ customType }: FormField, field: FieldName): boolean {
  return customType === FIELD_KINDS[NEEDED_FIELDS[field].kind].type;
}

function optionsFound(field: FieldName, { options }: FormField, recorded: OwnIds | undefined) {
  const ids = new Map<string, string>();
  const missing: string[] = [];
  for (const { meaning, value } of NEEDED_FIELDS[field].options ?? []) {
    const option =
      options.find(({ id }) => id === recorded?.options[field]?.[meaning]) ??
      options.find((candidate) => sameName(candidate.value, value));
    if (option) ids.set(meaning, option.id);
    else missing.push(value);
  }
  return { options: Object.fromEntries(ids), missing };
}

function ownIds(riskTypeId: string, found: readonly FieldFound[]): OwnIds {
  const fields = found.flatMap(({ field, id }) => (id === undefined ? [] : [[field, id] as const]));
  const options = found.flatMap((each) => (each.options === undefined ? [] : [[each.field, each.options] as const]));
  return { riskTypeId, fields: Object.fromEntries(fields), options: Object.fromEntries(options) };
}

/** The recorded ids are those that would be recorded now. */
export function sameOwnIds(a: OwnIds | undefined, b: OwnIds | undefined): boolean {
  return a !== undefined && b !== undefined && textOf(a) === textOf(b);
}

function textOf({ riskTypeId, fields, options }: OwnIds): string {
  const sorted = (record: object): unknown[] =>
    Object.entries(record)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, value]: [string, unknown]) => [
        key,
        typeof value === 'object' && value !== null ? sorted(value) : value,
      ]);
  return JSON.stringify([riskTypeId, sorted(fields), sorted(options)]);
}
