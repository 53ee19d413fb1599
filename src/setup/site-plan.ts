/**
 * The difference between what is needed on the site and what is there. Pure: nothing is read and nothing is written here.
 */
import type { Decisions, NameConflict, PlanFacts, PlanItem, PlanKind } from '../contract/set-up';
import type { SetupRecord } from '../storage/setup-record';
import { fieldChanges, hasChanges } from './field-changes';
import type { Foreign, Foreigners } from './foreign';
import type { Found } from './found';
import {
  isStoryField,
  meansDropped,
  NEEDED_FIELDS,
  NEEDED_LINK_TYPES,
  RISK_SCREEN,
  RISK_STATUSES,
  RISK_TYPE,
  RISK_WORKFLOW,
  sameName,
} from './needed';
import { freeName } from './object-name';
import { linkWordsBeside } from './link-words';
import { neededStatus, siteStanding, type AnyStanding } from './object-standing';
import { missingOnScreen } from './risk-screen';
import { isFieldComplete } from './site-setup-from';
import { stepName, type SiteStep } from './step-name';

export interface SiteQuestion {
  readonly found: Found;
  readonly foreigners: Foreigners;
  readonly record: SetupRecord;
  readonly decisions: Decisions;
}

/**
 * @param thorough also what is only not as set-up made it, such as a name: what the plan for just this step shows.
 */
export function siteItem(step: SiteStep, question: SiteQuestion, thorough: boolean): PlanItem {
  const { found, record } = question;
  const base = { step: stepName(step), kind: kindOf(step), name: neededName(step) };
  if (step.part === 'dropped') return droppedItem(base, question, thorough);
  const standing = siteStanding(step, found, record);
  const facts = factsOf(step, found, 'object' in standing ? standing.object.id : undefined);
  switch (standing.action) {
    case 'create':
      return { ...base, action: 'create', ...facts };
    case 'adopt':
      return { ...base, name: standing.object.name, action: 'adopt', ...facts };
    case 'conflict': {
      const foreign = question.foreigners.get(base.step);
      if (foreign === undefined) throw new Error('nothing was read about what stands in our place');
      return { ...base, action: 'conflict', ...facts, conflict: conflictOf(step, foreign, question) };
    }
    case 'alreadyRight':
      return recordedItem(step, { ...base, name: standing.object.name }, standing, question, thorough);
  }
}

type Base = Pick<PlanItem, 'step' | 'kind' | 'name'>;

/** Ours is there: is it as it should be? What somebody else made and an admin chose is never put right. */
function recordedItem(
  step: SiteStep,
  base: Base,
  standing: Extract<AnyStanding, { action: 'alreadyRight' }>,
  { found, record }: SiteQuestion,
  thorough: boolean,
): PlanItem {
  const right = { ...base, action: 'alreadyRight' } as const;
  const facts = factsOf(step, found, standing.object.id);
  if (isUnfinished(step, record)) return { ...base, action: 'create', ...facts };
  if (record.origins[base.step] === 'chosen') return { ...right, ...facts };
  const ourName = record.names[base.step] ?? neededName(step);
  // Jira has no call that only renames a workflow: its name stays as somebody has made it.
  const renamed = thorough && step.part !== 'workflow' && !sameName(standing.object.name, ourName);
  if (step.part === 'field') {
    const changes = fieldChanges(step.field, found.options[step.field], record, thorough);
    if (!renamed && !hasChanges(changes)) return { ...right, ...facts };
    const options = changes.add.map(({ value }) => value);
    return { ...base, name: ourName, action: 'repair', facts: { fieldKind: NEEDED_FIELDS[step.field].kind, options } };
  }
  const readsOtherwise = step.part === 'linkType' && !linkReadsAsRecorded(step.linkType, found, record);
  const pictureless = thorough && step.part === 'issueType' && record.avatarId === undefined;
  const misses = step.part === 'screen' && missingOnScreen(found, record).length > 0;
  if (renamed || pictureless || readsOtherwise || misses) return { ...base, name: ourName, action: 'repair', ...facts };
  return { ...right, ...facts };
}

/** The object is recorded, and something that belongs to it is not done: the step goes on where it stopped. */
function isUnfinished(step: SiteStep, record: SetupRecord): boolean {
  if (record.begun.includes(stepName(step))) return true;
  return step.part === 'field' && !isFieldComplete(record, step.field);
}

/** Queries know links by their words. */
function linkReadsAsRecorded(linkType: keyof typeof NEEDED_LINK_TYPES, found: Found, record: SetupRecord): boolean {
  const recorded = record.linkTypes[linkType];
  const there = found.linkTypes.find(({ id }) => id === recorded?.id);
  return there === undefined || (there.inward === recorded?.inward && there.outward === recorded.outward);
}

function droppedItem(base: Base, { found, record }: SiteQuestion, thorough: boolean): PlanItem {
  const now = droppedNow(found);
  const item = { ...base, facts: { names: now.names } };
  if (record.dropped === undefined) return { ...item, action: 'create' };
  const known = new Set([...record.dropped.statusIds, ...record.dropped.resolutionIds]);
  const ids = [...now.statusIds, ...now.resolutionIds];
  const same = ids.length === known.size && ids.every((id) => known.has(id));
  return { ...item, action: thorough && !same ? 'repair' : 'alreadyRight' };
}

/** Known by name, once, at set-up; from then on by id. Only what ends work counts as dropping it. */
export function droppedNow({ statuses, resolutions }: Pick<Found, 'statuses' | 'resolutions'>) {
  const dropping = statuses.filter(({ name, category }) => category === 'done' && meansDropped(name));
  const solving = resolutions.filter(({ name }) => meansDropped(name));
  return {
    statusIds: dropping.map(({ id }) => id),
    resolutionIds: solving.map(({ id }) => id),
    names: [...new Set([...dropping, ...solving].map(({ name }) => name))],
  };
}

/** As many options of theirs as help to decide. */
const OPTIONS_SHOWN = 10;

function conflictOf(step: SiteStep, foreign: Foreign, { found, decisions }: SiteQuestion): NameConflict {
  const { id, name, unsuitable, fieldKind, options, issues } = foreign;
  const decided = decisions[stepName(step)];
  // A status is a word that all workflows of a site share: using one changes nothing about it.
  const preferred = step.part === 'status' ? 'useTheirs' : 'otherName';
  const wished = decided === 'useTheirs' || decided === 'otherName' ? decided : preferred;
  return {
    their: {
      id,
      name,
      ...(fieldKind === undefined ? {} : { fieldKind }),
      ...(options === undefined ? {} : { options: options.slice(0, OPTIONS_SHOWN), optionCount: options.length }),
      ...(issues === undefined ? {} : { issues }),
    },
    otherName: freeName(neededName(step), markOf(step), takenNames(step, found)),
    ...(unsuitable === undefined ? {} : { unsuitable }),
    chosen: unsuitable === undefined ? wished : 'otherName',
  };
}

function markOf(step: SiteStep) {
  return step.part === 'field' && isStoryField(step.field) ? 'security' : 'risk';
}

function takenNames(step: SiteStep, found: Found): readonly string[] {
  const names = (objects: readonly { readonly name: string }[]) => objects.map(({ name }) => name);
  switch (step.part) {
    case 'issueType':
      return names(found.issueTypes);
    case 'field':
      return names(found.fields);
    case 'linkType':
      return names(found.linkTypes);
    case 'dropped':
    case 'status':
      return names(found.statuses);
    case 'workflow':
      return names(found.workflows);
    case 'screen':
      return names(found.screens);
    case 'screenScheme':
      return names(found.screenSchemes);
  }
}

/** @param ownId of our own object, where it is there. */
function factsOf(step: SiteStep, found: Found, ownId: string | number | undefined): { readonly facts?: PlanFacts } {
  switch (step.part) {
    case 'field': {
      const { kind, options } = NEEDED_FIELDS[step.field];
      return {
        facts: { fieldKind: kind, ...(options === undefined ? {} : { options: options.map(({ value }) => value) }) },
      };
    }
    case 'linkType':
      return { facts: linkWordsBeside(step.linkType, found.linkTypes, ownId) };
    case 'workflow':
      return { facts: { names: RISK_STATUSES.map(({ name }) => name) } };
    default:
      return {};
  }
}

export function kindOf(step: SiteStep): PlanKind {
  switch (step.part) {
    case 'field':
      return isStoryField(step.field) ? 'storyField' : 'riskField';
    case 'dropped':
      return 'status';
    case 'screenScheme':
      return 'screen';
    default:
      return step.part;
  }
}

export function neededName(step: SiteStep): string {
  switch (step.part) {
    case 'issueType':
      return RISK_TYPE.name;
    case 'field':
      return NEEDED_FIELDS[step.field].name;
    case 'linkType':
      return NEEDED_LINK_TYPES[step.linkType].name;
    case 'dropped':
      return 'Not done';
    case 'status':
      return neededStatus(step.status).name;
    case 'workflow':
      return RISK_WORKFLOW.name;
    case 'screen':
    case 'screenScheme':
      return RISK_SCREEN.name;
  }
}
