/**
 * The steps that make what the whole site needs. Each may be repeated: it finds what it made before by recorded id.
 */
import type { FieldName, LinkTypeName } from '../domain/site-setup';
import { addOptions, createField, globalContextOf, listCustomFields, listFieldIds, listOptions } from '../jira/field';
import { createIssueType } from '../jira/issue-type';
import { createLinkType, listLinkTypes } from '../jira/link-type';
import { createScreen, listScreens, putOnScreen } from '../jira/screen';
import { createScreenScheme, listScreenSchemes } from '../jira/screen-scheme';
import { createStatuses, listResolutions } from '../jira/status';
import { createWorkflow, findWorkflow } from '../jira/workflow';
import { FIELDS } from '../domain/site-setup';
import { siteIssueTypes, siteStatuses } from './found';
import {
  FIELD_KINDS,
  meansDropped,
  NEEDED_FIELDS,
  NEEDED_LINK_TYPES,
  RISK_SCREEN,
  RISK_STATUSES,
  RISK_TRANSITIONS,
  RISK_TYPE,
  RISK_WORKFLOW,
  sameName,
  STORY_FIELDS,
  type NeededOption,
} from './needed';
import { fieldStanding, isReinstallation, issueTypeStanding, linkTypeStanding, screenStanding } from './plan';
import type { Standing } from './standing';
import { begin, StepRefusal, type StepContext } from './step-context';
import { stepName, type SiteStep } from './step-name';

export async function runSiteStep(context: StepContext, step: SiteStep): Promise<void> {
  switch (step.part) {
    case 'issueType':
      return makeIssueType(context, step);
    case 'field':
      return makeField(context, step, step.field);
    case 'linkType':
      return makeLinkType(context, step, step.linkType);
    case 'dropped':
      return findDropped(context);
    case 'statuses':
      return makeStatuses(context);
    case 'workflow':
      return makeWorkflow(context, step);
    case 'screen':
      return makeScreen(context, step);
  }
}

/** The object that is ours, made now or before. Somebody else's is never touched. */
async function ours<T>(
  context: StepContext,
  step: SiteStep,
  standing: Standing<T>,
  make: () => Promise<T>,
): Promise<T> {
  if (standing.action === 'conflict') throw new StepRefusal('conflict');
  if (standing.action !== 'create') return standing.object;
  await begin(context, stepName(step));
  return make();
}

async function makeIssueType(context: StepContext, step: SiteStep): Promise<void> {
  const there = await siteIssueTypes(context.jira);
  const standing = issueTypeStanding(there, context.record());
  const reinstallation = isReinstallation(there, context.record());
  const type = await ours(context, step, standing, () => createIssueType(context.jira, RISK_TYPE));
  await context.save((record) => ({
    ...record,
    riskTypeId: type.id,
    ...(reinstallation ? { reinstallation } : {}),
  }));
}

async function makeField(context: StepContext, step: SiteStep, name: FieldName): Promise<void> {
  const { jira } = context;
  const needed = NEEDED_FIELDS[name];
  const standing = fieldStanding(name, await listCustomFields(jira), context.record());
  const field = await ours(context, step, standing, () =>
    createField(jira, { name: needed.name, description: needed.description, ...FIELD_KINDS[needed.kind] }),
  );
  await context.save((record) => {
    const known = record.fields[name];
    const made = known?.id === field.id ? known : { id: field.id };
    return { ...record, fields: { ...record.fields, [name]: made } };
  });
  if (needed.options === undefined) return;
  const options = await makeOptions(context, field.id, needed.name, needed.options);
  await context.save((record) => ({ ...record, fields: { ...record.fields, [name]: { id: field.id, options } } }));
}

/** Option ids by meaning; adds those that are missing, in order. An option that was renamed keeps its recorded id. */
async function makeOptions(
  { jira, record }: StepContext,
  fieldId: string,
  fieldName: string,
  needed: readonly NeededOption[],
): Promise<Readonly<Record<string, string>>> {
  const contextId = await globalContextOf(jira, fieldId, `${fieldName}: everywhere`);
  const there = await listOptions(jira, fieldId, contextId);
  const recorded = Object.values(record().fields).find(({ id }) => id === fieldId)?.options ?? {};
  const known = new Map<string, string>();
  for (const { meaning, value } of needed) {
    const option =
      there.find(({ id }) => id === recorded[meaning]) ?? there.find((found) => sameName(found.value, value));
    if (option) known.set(meaning, option.id);
  }
  const missing = needed.filter(({ meaning }) => !known.has(meaning));
  if (missing.length > 0) {
    const values = missing.map(({ value }) => value);
    const made = await addOptions(jira, fieldId, contextId, values);
    missing.forEach(({ meaning }, index) => {
      const option = made[index];
      if (option) known.set(meaning, option.id);
    });
  }
  return Object.fromEntries(known);
}

async function makeLinkType(context: StepContext, step: SiteStep, name: LinkTypeName): Promise<void> {
  const { jira } = context;
  const [there, issueTypes] = await Promise.all([listLinkTypes(jira), siteIssueTypes(jira)]);
  const record = context.record();
  const standing = linkTypeStanding(name, there, record, isReinstallation(issueTypes, record));
  const linkType = await ours(context, step, standing, () => createLinkType(jira, NEEDED_LINK_TYPES[name]));
  await context.save((current) => ({ ...current, linkTypes: { ...current.linkTypes, [name]: linkType } }));
}

/** Known by name, once, at set-up; from then on by id. Only what ends work counts as dropping it. */
async function findDropped(context: StepContext): Promise<void> {
  const [statuses, resolutions] = await Promise.all([siteStatuses(context.jira), listResolutions(context.jira)]);
  const statusIds = statuses
    .filter(({ name, category }) => category === 'done' && meansDropped(name))
    .map(({ id }) => id);
  const resolutionIds = resolutions.filter(({ name }) => meansDropped(name)).map(({ id }) => id);
  await context.save((record) => ({ ...record, dropped: { statusIds, resolutionIds } }));
}

/** All workflows of a site share their statuses, so one of the right name and category is used as it is. */
async function makeStatuses(context: StepContext): Promise<void> {
  const there = await siteStatuses(context.jira);
  const ids = new Map<string, string>();
  for (const { name, category } of RISK_STATUSES) {
    const status = there.find((found) => sameName(found.name, name));
    if (status && status.category !== category) throw new StepRefusal('conflict');
    if (status) ids.set(name, status.id);
  }
  const missing = RISK_STATUSES.filter(({ name }) => !ids.has(name));
  const made = missing.length === 0 ? [] : await createStatuses(context.jira, missing);
  for (const { name, id } of made) ids.set(name, id);
  await context.save((record) => ({ ...record, riskStatusIds: Object.fromEntries(ids) }));
}

async function makeWorkflow(context: StepContext, step: SiteStep): Promise<void> {
  const { jira } = context;
  const { workflow, riskStatusIds, begun } = context.record();
  const there = await findWorkflow(jira, workflow?.name ?? RISK_WORKFLOW.name);
  if (there && there.id === workflow?.id) return;
  const isOurs = begun.includes(stepName(step)) || there?.description === RISK_WORKFLOW.description;
  if (there && !isOurs) throw new StepRefusal('conflict');
  if (riskStatusIds === undefined) throw new StepRefusal('not-set-up');
  const idOf = (name: string): string => {
    const id = riskStatusIds[name];
    if (id === undefined) throw new StepRefusal('not-set-up');
    return id;
  };
  if (!there) await begin(context, stepName(step));
  const made =
    there ??
    (await createWorkflow(jira, {
      ...RISK_WORKFLOW,
      statuses: RISK_STATUSES.map(({ name, category }) => ({ id: idOf(name), name, category })),
      transitions: RISK_TRANSITIONS.map(({ name, from, to }) => {
        return { name, fromStatusIds: from.map(idOf), toStatusId: idOf(to) };
      }),
    }));
  await context.save((record) => ({ ...record, workflow: { id: made.id, name: made.name } }));
}

async function makeScreen(context: StepContext, step: SiteStep): Promise<void> {
  const { jira } = context;
  const { name, description, before, after } = RISK_SCREEN;
  const standing = screenStanding(await listScreens(jira), context.record());
  const screen = await ours(context, step, standing, () => createScreen(jira, { name, description }));
  await context.save((record) => ({ ...record, screenId: screen.id }));
  const fields = context.record().fields;
  const storyFields: readonly FieldName[] = STORY_FIELDS;
  const ourFields = FIELDS.filter((field) => !storyFields.includes(field)).map((field) => {
    const id = fields[field]?.id;
    if (id === undefined) throw new StepRefusal('not-set-up');
    return id;
  });
  // Not every site has each of Jira's own fields.
  const there = await listFieldIds(jira);
  const wanted = [...before, ...ourFields, ...after].filter((id) => there.has(id));
  await putOnScreen(jira, screen.id, wanted);
  const schemes = await listScreenSchemes(jira);
  const scheme =
    schemes.find(({ id }) => id === context.record().screenSchemeId) ??
    // Only our own screen is in it, so it can only have been made for that.
    schemes.find(({ screenIds }) => screenIds.length === 1 && screenIds[0] === screen.id);
  const schemeId = scheme?.id ?? (await createScreenScheme(jira, { name, description, screenId: screen.id }));
  await context.save((record) => ({ ...record, screenSchemeId: schemeId }));
}
