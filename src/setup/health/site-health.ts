/**
 * The state of everything that set-up made on the site. Pure.
 */
import type { HealthItem } from '../../contract/set-up';
import type { SetupRecord } from '../../storage/setup-record';
import { fieldChanges } from '../field-changes';
import type { Found } from '../found';
import { sameName } from '../needed';
import { siteStanding, type AnyStanding } from '../object-standing';
import { missingOnScreen } from '../risk-screen';
import { isFieldComplete } from '../site-setup-from';
import { kindOf, neededName } from '../site-plan';
import { SITE_STEPS, stepName, type SiteStep } from '../step-name';

type Finding = Pick<HealthItem, 'state' | 'details'> & {
  /** Whether running the step again mends it. */
  readonly mended: boolean;
};

const RIGHT: Finding = { state: 'right', mended: false };

/** One item for each object, in the order of set-up. */
export function siteHealth(found: Found, record: SetupRecord): readonly HealthItem[] {
  return SITE_STEPS.flatMap((step) => (step.part === 'dropped' ? [] : [siteItem(step, found, record)]));
}

function siteItem(step: Exclude<SiteStep, { part: 'dropped' }>, found: Found, record: SetupRecord): HealthItem {
  const standing = siteStanding(step, found, record);
  const { mended, ...finding } = findingOf(step, standing, found, record);
  const key = stepName(step);
  return {
    step: key,
    kind: kindOf(step),
    name: record.names[key] ?? neededName(step),
    ...finding,
    ...(mended ? { fix: key } : {}),
  };
}

/** The worst first: one object has one line. */
function findingOf(
  step: Exclude<SiteStep, { part: 'dropped' }>,
  standing: AnyStanding,
  found: Found,
  record: SetupRecord,
): Finding {
  if (standing.action !== 'alreadyRight') return { state: 'missing', mended: true };
  const key = stepName(step);
  const isChosen = record.origins[key] === 'chosen';
  if (step.part === 'field') {
    const ofField = fieldFinding(step.field, found, record, isChosen);
    if (ofField !== undefined) return ofField;
  }
  if (step.part === 'screen') {
    const missing = missingOnScreen(found, record);
    if (missing.length > 0) return { state: 'notOnScreen', details: namesOf(missing, found), mended: true };
  }
  const ourName = record.names[key] ?? neededName(step);
  if (!isChosen && !sameName(standing.object.name, ourName)) {
    // Jira has no call that only renames a workflow; it is found by its id.
    return { state: 'renamed', details: [standing.object.name], mended: step.part !== 'workflow' };
  }
  if (step.part === 'workflow' && isWorkflowChanged(found, record)) return { state: 'changed', mended: false };
  if (step.part === 'issueType' && !isChosen && record.avatarId === undefined) {
    return { state: 'noPicture', mended: true };
  }
  return RIGHT;
}

function fieldFinding(
  field: Extract<SiteStep, { part: 'field' }>['field'],
  found: Found,
  record: SetupRecord,
  isChosen: boolean,
): Finding | undefined {
  if (!isFieldComplete(record, field)) return { state: 'missingOption', mended: true };
  const { add, enable, disable } = fieldChanges(field, found.options[field], record, true);
  const missing = [...add, ...enable].map(({ value }) => value);
  if (missing.length > 0) return { state: 'missingOption', details: missing, mended: !isChosen };
  // A field that somebody else made may have options of its own.
  if (disable.length === 0 || isChosen) return undefined;
  return { state: 'extraOption', details: disable.map(({ value }) => value), mended: true };
}

function isWorkflowChanged({ workflows }: Found, { workflow }: SetupRecord): boolean {
  const there = workflows.find(({ id }) => id === workflow?.id);
  return workflow?.versionNumber !== undefined && there?.versionNumber !== workflow.versionNumber;
}

function namesOf(fieldIds: readonly string[], { fields }: Found): readonly string[] {
  return fieldIds.flatMap((id) => fields.find((field) => field.id === id)?.name ?? []);
}
