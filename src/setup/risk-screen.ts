/**
 * Which fields belong on the screen of a security risk. Pure.
 */
import { FIELDS } from '../domain/site-setup';
import type { SetupRecord } from '../storage/setup-record';
import type { Found } from './found';
import { isStoryField, RISK_SCREEN } from './needed';

/** Ids of our fields on risks, as far as they are made. */
export function riskFieldIds(record: SetupRecord): readonly string[] {
  return FIELDS.filter((field) => !isStoryField(field)).flatMap((field) => record.fields[field]?.id ?? []);
}

/** What a new screen shows, in order. @param there every field of the site: not each site has each of Jira's own. */
export function wantedOnScreen(there: ReadonlySet<string>, record: SetupRecord): readonly string[] {
  return [...RISK_SCREEN.before, ...riskFieldIds(record), ...RISK_SCREEN.after].filter((id) => there.has(id));
}

/** Ours that somebody took off. What they did about the other fields is theirs to decide. */
export function missingOnScreen({ onRiskScreen, fields }: Found, record: SetupRecord): readonly string[] {
  if (onRiskScreen === undefined) return [];
  const there = new Set(fields.map(({ id }) => id));
  return riskFieldIds(record).filter((id) => there.has(id) && !onRiskScreen.has(id));
}
