/**
 * What stands in our place: facts about somebody else's object that has our name, and whether it could serve. Only reads.
 */
import type { Unsuitable } from '../contract/set-up';
import type { FieldName } from '../domain/site-setup';
import type { JiraField } from '../jira/field';
import { findGlobalContext, listOptions, type FieldOption } from '../jira/field-option';
import { countUsers, usersOf } from '../jira/issue-count';
import type { JiraRequest } from '../jira/request';
import type { SetupRecord } from '../storage/setup-record';
import type { Found } from './found';
import { FIELD_KINDS, NEEDED_FIELDS, NEEDED_LINK_TYPES, sameName } from './needed';
import {
  fieldStanding,
  isReinstallation,
  issueTypeStanding,
  linkTypeStanding,
  neededStatus,
  siteStanding,
  statusStanding,
} from './object-standing';
import { SITE_STEPS, stepName, type SiteStep } from './step-name';

export interface Foreign {
  readonly id: string;
  readonly name: string;
  /** Missing: it can be used. */
  readonly unsuitable?: Unsuitable;
  readonly fieldKind?: string;
  /** Selects: the values in order. */
  readonly options?: readonly string[];
  /** Issues that use it now, where Jira says so. */
  readonly issues?: number;
}

/** By step name; steps without a conflict have none. */
export type Foreigners = ReadonlyMap<string, Foreign>;

/** @throws JiraError, but not where only a count is missing. */
export async function readForeigners(jira: JiraRequest, found: Found, record: SetupRecord): Promise<Foreigners> {
  const read = SITE_STEPS.map(async (step) => {
    if (step.part === 'dropped') return [];
    const standing = siteStanding(step, found, record);
    if (standing.action !== 'conflict') return [];
    const foreign = await readForeign(jira, step, found, record);
    return foreign === undefined ? [] : [[stepName(step), foreign] as const];
  });
  return new Map((await Promise.all(read)).flat());
}

/** `undefined` when nothing is in the way. */
export async function readForeign(
  jira: JiraRequest,
  step: SiteStep,
  found: Pick<Found, 'issueTypes' | 'fields' | 'linkTypes' | 'statuses' | 'workflows' | 'screens' | 'screenSchemes'>,
  record: SetupRecord,
): Promise<Foreign | undefined> {
  switch (step.part) {
    case 'dropped':
      return undefined;
    case 'issueType': {
      const standing = issueTypeStanding(found.issueTypes, record);
      if (standing.action !== 'conflict') return undefined;
      const [theirs] = standing.objects;
      const level = theirs.hierarchyLevel === 0 ? {} : ({ unsuitable: 'otherKind' } as const);
      return { ...named(standing.objects), ...level, ...(await counted(jira, usersOf.issueType(theirs.id))) };
    }
    case 'field': {
      const standing = fieldStanding(step.field, found.fields, record);
      return standing.action === 'conflict' ? foreignField(jira, step.field, standing.objects) : undefined;
    }
    case 'linkType': {
      const reinstallation = isReinstallation(found.issueTypes, record);
      const standing = linkTypeStanding(step.linkType, found.linkTypes, record, reinstallation);
      if (standing.action !== 'conflict') return undefined;
      const [theirs] = standing.objects;
      const needed = NEEDED_LINK_TYPES[step.linkType];
      const same = theirs.inward === needed.inward && theirs.outward === needed.outward;
      const words = same ? {} : ({ unsuitable: 'otherWords' } as const);
      return { ...named(standing.objects), ...words, ...(await counted(jira, usersOf.linkType(theirs))) };
    }
    case 'status': {
      const standing = statusStanding(step.status, found.statuses, record);
      if (standing.action !== 'conflict') return undefined;
      const [theirs] = standing.objects;
      const same = theirs.category === neededStatus(step.status).category;
      const category = same ? {} : ({ unsuitable: 'otherCategory' } as const);
      return { ...named(standing.objects), ...category, ...(await counted(jira, usersOf.status(theirs.id))) };
    }
    case 'workflow':
    case 'screen':
    case 'screenScheme': {
      const standing = siteStanding(step, { ...NOTHING, ...found }, record);
      // Others rely on how it is, and ours has to be as we need it.
      return standing.action === 'conflict' ? { ...named(standing.objects), unsuitable: 'notEditable' } : undefined;
    }
  }
}

const NOTHING: Found = {
  issueTypes: [],
  fields: [],
  options: {},
  linkTypes: [],
  statuses: [],
  resolutions: [],
  workflows: [],
  screens: [],
  screenSchemes: [],
  onRiskScreen: undefined,
};

async function foreignField(
  jira: JiraRequest,
  field: FieldName,
  objects: readonly [JiraField, ...JiraField[]],
): Promise<Foreign> {
  const [theirs] = objects;
  const needed = NEEDED_FIELDS[field];
  const counting = counted(jira, usersOf.field(theirs.id));
  const kind = theirs.customType === undefined ? {} : { fieldKind: theirs.customType.split(':').at(-1) ?? '' };
  const sameKind = theirs.customType === FIELD_KINDS[needed.kind].type;
  const about = { ...named(objects), ...kind };
  if (!isSelect(theirs)) {
    return { ...about, ...(sameKind ? {} : { unsuitable: 'otherKind' }), ...(await counting) };
  }
  const options = (await optionsEverywhere(jira, theirs.id))?.options ?? [];
  const missing = (needed.options ?? []).some(({ value }) => !options.some((option) => sameName(option.value, value)));
  const unsuitable = !sameKind ? 'otherKind' : missing ? 'otherOptions' : undefined;
  return {
    ...about,
    ...(unsuitable === undefined || about.unsuitable !== undefined ? {} : { unsuitable }),
    options: options.map(({ value }) => value),
    ...(await counting),
  };
}

/** Fields with a list of options of their own. */
function isSelect({ customType }: JiraField): boolean {
  return customType !== undefined && /:(select|radiobuttons|multiselect|multicheckboxes)$/.test(customType);
}

/** What can be chosen in every project; `undefined` where each group of projects has its own list. */
export async function optionsEverywhere(
  jira: JiraRequest,
  fieldId: string,
): Promise<{ readonly contextId: string; readonly options: readonly FieldOption[] } | undefined> {
  const contextId = await findGlobalContext(jira, fieldId);
  if (contextId === undefined) return undefined;
  const options = await listOptions(jira, fieldId, contextId);
  return { contextId, options: options.filter(({ disabled }) => !disabled) };
}

function named(objects: readonly [{ id: string | number; name: string }, ...unknown[]]): {
  readonly id: string;
  readonly name: string;
  readonly unsuitable?: Unsuitable;
} {
  const [{ id, name }, ...others] = objects;
  return { id: String(id), name, ...(others.length > 0 ? { unsuitable: 'severalOfThatName' } : {}) };
}

/** A number that helps to decide; without it the plan is still a plan. */
async function counted(jira: JiraRequest, jql: string): Promise<{ readonly issues?: number }> {
  try {
    return { issues: await countUsers(jira, jql) };
  } catch {
    return {};
  }
}
