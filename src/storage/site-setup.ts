/**
 * The ids of everything set-up made on this site, once all of it is there.
 */
import * as v from 'valibot';
import { LEVELS, SCALE } from '../domain/level';
import { NOT_RELEVANT_REASONS } from '../domain/relevance';
import { FIELDS, LINK_TYPES, RISK_STATUS_KEYS, TREATMENTS, type SiteSetup } from '../domain/site-setup';
import { readValue, removeValue, writeValue, type Entry } from './kvs';

const id = v.pipe(v.string(), v.regex(/^\d{1,19}$/));

/** One value under each of these names, no more and no fewer. */
function each<const K extends string, S extends v.GenericSchema>(names: readonly K[], schema: S) {
  return v.object(Object.fromEntries(names.map((name) => [name, schema])) as Record<K, S>);
}

const rating = each(
  SCALE.map((step) => `${step}` as const),
  id,
);
const level = each(LEVELS, id);

const schema: v.GenericSchema<unknown, SiteSetup> = v.object({
  version: v.literal(1),
  riskTypeId: id,
  fields: each(FIELDS, v.pipe(v.string(), v.regex(/^customfield_\d{1,10}$/))),
  options: v.object({
    securityRelevance: each(['relevant', 'notRelevant'], id),
    relevanceReason: each(NOT_RELEVANT_REASONS, id),
    likelihood: rating,
    impact: rating,
    residualLikelihood: rating,
    residualImpact: rating,
    riskLevel: level,
    residualLevel: level,
    treatment: each(TREATMENTS, id),
  }),
  linkTypes: each(LINK_TYPES, v.object({ id, name: v.string(), inward: v.string(), outward: v.string() })),
  riskStatusIds: v.exactOptional(each(RISK_STATUS_KEYS, id)),
  droppedStatusIds: v.array(id),
  droppedResolutionIds: v.array(id),
});

const ENTRY: Entry<SiteSetup> = { key: 'site-setup', schema };

/** `undefined` until set-up is complete. */
export async function readSiteSetup(): Promise<SiteSetup | undefined> {
  return readValue(ENTRY);
}

export async function writeSiteSetup(setup: SiteSetup): Promise<void> {
  return writeValue(ENTRY, setup);
}

/** From then on the site is not set up. */
export async function removeSiteSetup(): Promise<void> {
  return removeValue(ENTRY);
}
