/**
 * From the record to `site-setup`, which says that the site is set up, and back.
 */
import { readSiteSetup, removeSiteSetup, writeSiteSetup } from '../../storage/site-setup';
import type { StoredRun } from '../../storage/setup-run';
import { siteSetupFrom } from '../site-setup-from';
import type { StepContext } from '../step-context';
import { without } from '../without';

/** Once every step of the site in this run is done. Changes nothing where nothing changed. */
export async function completeSite(context: StepContext, run: StoredRun): Promise<void> {
  const ofSite = run.steps.filter(({ projectId }) => projectId === undefined);
  if (run.kind !== 'apply' || ofSite.length === 0 || ofSite.some(({ state }) => state !== 'done')) return;
  const setup = siteSetupFrom(context.record());
  if (setup === undefined) return;
  const before = await readSiteSetup();
  if (JSON.stringify(before) !== JSON.stringify(setup)) await writeSiteSetup(setup);
}

/** Before the first object of the site goes: from then on the site is not set up. */
export async function leaveSite(context: StepContext): Promise<void> {
  if ((await readSiteSetup()) !== undefined) await removeSiteSetup();
  if (context.record().dropped !== undefined) await context.save((record) => without(record, 'dropped'));
}
