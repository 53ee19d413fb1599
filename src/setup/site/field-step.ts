/** One custom field with its options. */
import type { FieldName } from '../../domain/site-setup';
import { createField, listCustomFields, renameField, type JiraField } from '../../jira/field';
import { addOptions, changeOptions, findGlobalContext, globalContextOf, listOptions } from '../../jira/field-option';
import type { FieldRecord, SetupRecord } from '../../storage/setup-record';
import { fieldChanges, hasChanges } from '../field-changes';
import { FIELD_KINDS, NEEDED_FIELDS } from '../needed';
import { fieldStanding } from '../object-standing';
import { done, StepRefusal, type StepContext, type StepOutcome } from '../step-context';
import type { SiteStep } from '../step-name';
import { finish, settle, type StepOrder } from './settle';

export async function fieldStep(context: StepContext, field: FieldName, order: StepOrder): Promise<StepOutcome> {
  const { jira } = context;
  const step: SiteStep = { part: 'field', field };
  const { kind, description, options } = NEEDED_FIELDS[field];
  const there = await listCustomFields(jira);
  const { object, origin, result } = await settle(context, step, order, {
    there,
    standing: fieldStanding(field, there, context.record()),
    make: (name) => createField(jira, { name, description, ...FIELD_KINDS[kind] }),
    recorded: (record, { id }) => (record.fields[field]?.id === id ? record : withField(record, field, { id })),
    canServe: (theirs) => canServe(context, field, theirs),
    rename: ({ id }, name) => renameField(jira, id, name),
  });
  const mended = options !== undefined && (await settleOptions(context, field, object.id, origin === 'chosen', order));
  await finish(context, step);
  return done(result === 'alreadyRight' && mended ? 'repaired' : result);
}

/** Theirs is of the same kind, and everything we need can be chosen in every project. */
async function canServe({ jira, record }: StepContext, field: FieldName, theirs: JiraField): Promise<boolean> {
  const { kind, options } = NEEDED_FIELDS[field];
  if (theirs.customType !== FIELD_KINDS[kind].type) return false;
  if (options === undefined) return true;
  const contextId = await findGlobalContext(jira, theirs.id);
  if (contextId === undefined) return false;
  const there = await listOptions(jira, theirs.id, contextId);
  const { add, enable } = fieldChanges(field, there, record(), false);
  return add.length + enable.length === 0;
}

/** Records the ids of the options by what they mean. @returns whether options were changed. */
async function settleOptions(
  context: StepContext,
  field: FieldName,
  fieldId: string,
  isTheirs: boolean,
  { thorough }: StepOrder,
): Promise<boolean> {
  const { jira } = context;
  const contextId = isTheirs
    ? await findGlobalContext(jira, fieldId)
    : await globalContextOf(jira, fieldId, `${NEEDED_FIELDS[field].name}: everywhere`);
  if (contextId === undefined) throw new StepRefusal('conflict');
  const there = await listOptions(jira, fieldId, contextId);
  const changes = fieldChanges(field, there, context.record(), thorough && !isTheirs);
  const { add, enable, disable, known } = changes;
  if (isTheirs && hasChanges(changes)) throw new StepRefusal('conflict');
  const made =
    add.length === 0
      ? []
      : await addOptions(
          jira,
          fieldId,
          contextId,
          add.map(({ value }) => value),
        );
  const ids = { ...known, ...Object.fromEntries(add.flatMap(({ meaning }, at) => idEntry(meaning, made[at]?.id))) };
  await saveOptions(context, field, { id: fieldId, contextId, options: ids });
  const switched = [
    ...enable.map((option) => ({ ...option, disabled: false })),
    ...disable.map((option) => ({ ...option, disabled: true })),
  ];
  if (switched.length > 0) await changeOptions(jira, fieldId, contextId, switched);
  return hasChanges(changes);
}

function idEntry(meaning: string, id: string | undefined): readonly (readonly [string, string])[] {
  return id === undefined ? [] : [[meaning, id]];
}

async function saveOptions(context: StepContext, field: FieldName, changed: Required<FieldRecord>): Promise<void> {
  const recorded = context.record().fields[field];
  const same =
    recorded?.contextId === changed.contextId &&
    Object.entries(changed.options).every(([meaning, id]) => recorded.options?.[meaning] === id);
  if (!same) await context.save((record) => withField(record, field, changed));
}

function withField(record: SetupRecord, field: FieldName, made: FieldRecord): SetupRecord {
  return { ...record, fields: { ...record.fields, [field]: made } };
}
